using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>One camera of a run, checked.</summary>
/// <param name="Settings">Name, size and pose.</param>
/// <param name="Projection">Its lens, or a pinhole.</param>
/// <param name="Chain">Its sensor chain, behind the lens.</param>
public sealed record CameraPlan(CameraSettings Settings, CameraProjection Projection, SensorChain Chain)
{
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
            Lens = Lens,
            NextSeconds = step + 1 < episode.Steps ? episode.TimeOf(step + 1) : null,
            PreviousSeconds = step > 0 ? episode.TimeOf(step - 1) : null,
        };
    }
}
