using SensorSim.Geometry;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>
/// A motor with a spring: stiffness × (target − position) + damping × (target − speed), of the child against the parent, along or about an axis of the joint's frames.
/// It always brakes: without a speed to reach it damps towards rest.
/// </summary>
/// <param name="IsAngular">A torque about the axis (N m, rad), or a force along it (N, m).</param>
/// <param name="Axis">Of length 1.</param>
public sealed record JointDrive(bool IsAngular, Vector3d Axis)
{
    /// <summary>Whether the sum is an acceleration and not a force: of all that hangs on the joint as an episode begins.</summary>
    public bool IsAcceleration { get; init; }

    /// <summary>N or N m; null is without limit.</summary>
    public double? MaximumForce { get; init; }

    /// <summary>m or rad; null drives to no place, and the stiffness is then without meaning.</summary>
    public double? PositionTarget { get; init; }

    /// <summary>m/s or rad/s; null is rest.</summary>
    public double? VelocityTarget { get; init; }

    /// <summary>N/m or N m/rad, 0 or more.</summary>
    public double Stiffness { get; init; }

    /// <summary>N s/m or N m s/rad, 0 or more.</summary>
    public double Damping { get; init; }
}
