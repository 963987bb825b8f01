namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A camera: the vertical field of view in degrees, or the half height of an orthographic one in metres.</summary>
public sealed record CameraSummary(int Index, string? Name, double? VerticalFovDeg, double? OrthographicHalfHeightM, double? AspectRatio)
{
    /// <summary>Where it stands in the scene; none when no node of the scene carries it.</summary>
    public IReadOnlyList<CameraNodeSummary> Nodes { get; init; } = [];
}
