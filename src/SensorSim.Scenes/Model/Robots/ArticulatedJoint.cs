using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Model.Robots;

/// <summary>A joint that moves a node, and what hangs on it, against the node's parent.</summary>
/// <param name="Name">No other joint's.</param>
/// <param name="Node">What it moves.</param>
/// <param name="Type">Revolute, prismatic, ball or free.</param>
public sealed record ArticulatedJoint(string Name, int Node, JointType Type)
{
    /// <summary>In the node's space, metres.</summary>
    public Vector3d Anchor { get; init; }

    /// <summary>In the node's space, of length 1; of a revolute or prismatic joint.</summary>
    public Vector3d Axis { get; init; } = Vector3d.UnitZ;

    /// <summary>Its position in which the scene is described, as in <see cref="ModelJoint.Zero"/>.</summary>
    public required IReadOnlyList<double> Zero { get; init; }

    /// <summary>Least position; null is without end.</summary>
    public double? Lower { get; init; }

    /// <summary>Largest position.</summary>
    public double? Upper { get; init; }

    /// <summary>N m s/rad or N s/m.</summary>
    public double Damping { get; init; }

    /// <summary>Inertia of what drives it: kg m² or kg.</summary>
    public double Armature { get; init; }

    /// <summary>Whether its position is one number.</summary>
    public bool IsScalar => Type is JointType.Revolute or JointType.Prismatic;

    /// <summary>How many numbers its velocity has.</summary>
    public int Freedoms => Type switch { JointType.Free => 6, JointType.Ball => 3, _ => 1 };

    /// <summary>Of its position; null where it has several numbers.</summary>
    public string? Unit => Type switch { JointType.Revolute => "rad", JointType.Prismatic => "m", _ => null };
}
