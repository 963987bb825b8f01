using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Scenarios;

/// <summary>One camera of a scenario.</summary>
/// <param name="Name">The last part of a frame's name: letters, digits, '-' and '_'.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Pose">Where it stands.</param>
public sealed record CameraSettings(string Name, int Width, int Height, CameraPose Pose)
{
    /// <summary>Horizontal field of view of the whole image; null takes the glTF camera's.</summary>
    public double? HorizontalFieldOfViewDegrees { get; init; }

    /// <summary>Null is automatic exposure.</summary>
    public ExposureSettings? Exposure { get; init; }

    /// <summary>Null is a pinhole: everything is sharp.</summary>
    public FocusSettings? Focus { get; init; }

    /// <summary>The sensor chain, in order; empty for an ideal sensor.</summary>
    public IReadOnlyList<PluginUse> Sensor { get; init; } = [];

    public CameraOutput Output { get; init; }
}
