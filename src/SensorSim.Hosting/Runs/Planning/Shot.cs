using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>How a frame is taken, besides the camera's view: what carries the camera, what it looks through, and which instants flow is between. Records repeat it.</summary>
public sealed record Shot
{
    /// <summary>The scene's camera that carries the frame's; null for one that stands still.</summary>
    public string? Carrier { get; init; }

    /// <summary>How the sample moves the camera beside its carrier.</summary>
    public CameraMotion Motion { get; init; } = new();

    /// <summary>Null is a pinhole.</summary>
    public ThinLens? Lens { get; init; }

    /// <summary>Instant of the next step, where forward flow leads; null at the last step.</summary>
    public double? NextSeconds { get; init; }

    /// <summary>Instant of the step before, where backward flow leads; null at the first step.</summary>
    public double? PreviousSeconds { get; init; }
}
