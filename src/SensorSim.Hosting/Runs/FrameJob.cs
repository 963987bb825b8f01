using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Runs;

/// <summary>One frame to render: what a plan says of it, or what a record says of it when it is replayed.</summary>
/// <param name="Sample">Index of the cousin.</param>
/// <param name="Step">Index within the episode.</param>
/// <param name="TimeSeconds">Instant of the labels on the episode's clock.</param>
/// <param name="View">The camera at that instant.</param>
/// <param name="Chain">Its sensor chain.</param>
/// <param name="Exposure">When and how strongly it is exposed.</param>
public sealed record FrameJob(long Sample, int Step, double TimeSeconds, CameraView View, SensorChain Chain, Exposure Exposure)
{
    /// <summary>The scene's camera that carries this one; null for one that stands still.</summary>
    public string? Carrier { get; init; }

    /// <summary>Instant of the next step, where forward flow leads; null at the last step.</summary>
    public double? NextSeconds { get; init; }

    /// <summary>Instant of the step before, where backward flow leads; null at the first step.</summary>
    public double? PreviousSeconds { get; init; }

    /// <summary>The instant that labels are of.</summary>
    public LabelTime LabelTime { get; init; }

    /// <summary>Null is a pinhole.</summary>
    public ThinLens? Lens { get; init; }
}
