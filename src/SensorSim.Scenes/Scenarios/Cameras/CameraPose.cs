using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>Where a camera stands: two points, or a camera node of the scene.</summary>
public abstract record CameraPose
{
    private CameraPose()
    {
    }

    /// <summary>Where the pose was written.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>At <paramref name="From"/>, looking at <paramref name="Target"/>, world +Y up. Metres.</summary>
    public sealed record LookAt(Vector3d From, Vector3d Target) : CameraPose;

    /// <summary>At the glTF camera whose node has this name.</summary>
    public sealed record AtNode(string Node) : CameraPose;
}
