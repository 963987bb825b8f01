using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>One camera of a scenario.</summary>
/// <param name="Name">The last part of a frame's name: letters, digits, '-' and '_'.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Pose">Where it stands.</param>
public sealed record CameraSettings(string Name, int Width, int Height, CameraPose Pose)
{
    /// <summary>Where the scenario describes it.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Where the scenario says its keys.</summary>
    public KeyPositions Keys { get; init; } = KeyPositions.None;

    /// <summary>Horizontal field of view of the whole image; null takes the glTF camera's.</summary>
    public double? HorizontalFieldOfViewDegrees { get; init; }

    /// <summary>In place of a field of view.</summary>
    public IntrinsicsSettings? Intrinsics { get; init; }

    /// <summary>Metres that an orthographic camera's image is wide; null is a camera with a centre.</summary>
    public double? OrthographicWidthMetres { get; init; }

    /// <summary>Null is automatic exposure.</summary>
    public ExposureSettings? Exposure { get; init; }

    /// <summary>Null is a pinhole: everything is sharp.</summary>
    public FocusSettings? Focus { get; init; }

    /// <summary>The sensor chain, in order; empty for an ideal sensor.</summary>
    public IReadOnlyList<PluginUse> Sensor { get; init; } = [];

    /// <summary>How a sample moves it; not at all before.</summary>
    public CameraMotion Motion { get; init; } = new();

    /// <summary>What its pose must be in every sample; null is anything.</summary>
    public CameraValidity? Validity { get; init; }

    /// <summary>What a sample draws of the stages of its sensor chain; empty before.</summary>
    public IReadOnlyList<StageChange> StageChanges { get; init; } = [];

    public CameraOutput Output { get; init; }
}
