using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>
/// How a dynamic body, the child, hangs on another or on the world. The bodies are described as they are at the joint's zero. Bodies that a joint connects do not touch each other while it holds.
/// </summary>
public sealed record JointDescription
{
    /// <summary>Not empty, and no other joint's.</summary>
    public required string Name { get; init; }

    public required JointType Type { get; init; }

    /// <summary>Name of a body; null is the world.</summary>
    public string? Parent { get; init; }

    /// <summary>Name of a dynamic body.</summary>
    public required string Child { get; init; }

    /// <summary>Where it is, in the child's frame, metres.</summary>
    public Vector3d Anchor { get; init; }

    /// <summary>Of a revolute or prismatic joint, in the child's frame; any length above 0.</summary>
    public Vector3d Axis { get; init; } = Vector3d.UnitZ;

    /// <summary>Least angle (rad, above −π) or length (m) of a revolute or prismatic joint; null is without end.</summary>
    public double? Lower { get; init; }

    /// <summary>Largest angle (below π) or length.</summary>
    public double? Upper { get; init; }

    /// <summary>The motor of a revolute or prismatic joint that is not releasable.</summary>
    public JointServo? Servo { get; init; }

    /// <summary>
    /// Whether it may let go and take hold again (<see cref="IPhysicsWorld.SetJointEnabled"/>). A backend may hold such a joint less exactly, and may refuse one of a type that it has only for ever.
    /// </summary>
    public bool Releasable { get; init; }

    /// <summary>Whether it holds at the beginning; one that does not is releasable.</summary>
    public bool Enabled { get; init; } = true;
}
