using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>The node of a body that moves.</summary>
/// <param name="Body">Its place in the world's description.</param>
/// <param name="Name">Of the object.</param>
/// <param name="Node">Its node.</param>
/// <param name="Carries">The nodes below it, which go along.</param>
/// <param name="Stretch">What is left of the node's transform without turn and shift.</param>
public sealed record BodyNode(int Body, string Name, int Node, IReadOnlyList<int> Carries, Matrix4x4d Stretch)
{
    /// <summary>What holds it fast; null is nothing.</summary>
    public BodyHold? Hold { get; init; }

    /// <summary>The least side of its box before the episode begins, metres.</summary>
    public double ThicknessMetres { get; init; }

    /// <summary>When the episode begins, metres per second.</summary>
    public Vector3d Velocity { get; init; }

    /// <summary>When the episode begins, radians per second.</summary>
    public Vector3d AngularVelocity { get; init; }

    /// <summary>The pose of the body whose node has a transform.</summary>
    public Pose PoseOf(Matrix4x4d nodeToWorld) => Cousins.Placement.Stretch.PoseOf(nodeToWorld);

    /// <summary>The node's transform when its body is at a pose.</summary>
    public Matrix4x4d NodeToWorld(Pose pose) => pose.ToMatrix() * Stretch;
}
