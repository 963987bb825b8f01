using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>One camera of a run, checked.</summary>
/// <param name="Settings">Name, size and pose.</param>
/// <param name="Projection">Its lens, or a pinhole.</param>
/// <param name="Chain">Its sensor chain, behind the lens.</param>
public sealed record CameraPlan(CameraSettings Settings, CameraProjection Projection, SensorChain Chain)
{
    /// <summary>Whether samples draw something of it: then it is one camera of many, as the scenario has it.</summary>
    public bool Varies { get; init; }

    /// <summary>Every structure that its chain takes in some sample, its own among them: what has to be compiled.</summary>
    public IReadOnlyList<SensorChain> Structures { get; init; } = [Chain];

    /// <summary>Null is a pinhole.</summary>
    private ThinLens? Lens => Settings is { Focus: { } focus, Exposure: { } exposure }
        ? new(focus.FocalLengthMillimetres / 1000 / exposure.FNumber, focus.DistanceMetres)
        : null;

    /// <summary>How it takes a step of an episode.</summary>
    public Shot ShotAt(EpisodeSettings episode, int step)
    {
        ArgumentNullException.ThrowIfNull(episode);
        return new()
        {
            Carrier = CameraPlacement.CarrierOf(Settings),
            Motion = Settings.Motion,
            Lens = Lens,
            NextSeconds = step + 1 < episode.Steps ? episode.TimeOf(step + 1) : null,
            PreviousSeconds = step > 0 ? episode.TimeOf(step - 1) : null,
        };
    }
}
