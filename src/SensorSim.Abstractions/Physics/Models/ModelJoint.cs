using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>A joint between a body and its parent.</summary>
/// <param name="Name">No other joint's.</param>
/// <param name="Body">Place of the body that it moves.</param>
/// <param name="Type">Revolute, prismatic, ball or free.</param>
public sealed record ModelJoint(string Name, int Body, JointType Type)
{
    /// <summary>In the body's frame, metres.</summary>
    public Vector3d Anchor { get; init; }

    /// <summary>In the body's frame, of length 1; of a revolute or prismatic joint.</summary>
    public Vector3d Axis { get; init; } = Vector3d.UnitZ;

    /// <summary>
    /// Its position in which the bodies are described: one number, rad or m; of a ball joint a quaternion x, y, z, w; of a free one the body's place in the model's space and its quaternion.
    /// </summary>
    public required IReadOnlyList<double> Zero { get; init; }

    /// <summary>Least position; null is without end.</summary>
    public double? Lower { get; init; }

    /// <summary>Largest position.</summary>
    public double? Upper { get; init; }

    /// <summary>What brakes it: N m s/rad or N s/m.</summary>
    public double Damping { get; init; }

    /// <summary>Inertia of what drives it, added to that of the bodies: kg m² or kg.</summary>
    public double Armature { get; init; }
}
