using SensorSim.Physics;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>A shape by which a body, or what stands still, touches others: all of them together are its surface.</summary>
/// <param name="Node">In whose space the shape is; it goes where the node goes, scale included.</param>
/// <param name="Shape">What it is.</param>
public sealed record SceneCollider(int Node, ColliderShape Shape)
{
    /// <summary>Null leaves it to the scenario.</summary>
    public SurfaceDescription? Surface { get; init; }
}
