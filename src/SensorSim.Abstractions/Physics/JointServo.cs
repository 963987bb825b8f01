namespace SensorSim.Physics;

/// <summary>
/// A motor that holds a joint at a target as a spring with a damper: stiffness × (target − position) + damping × (speed of the target − speed), both as they are at the end of a step, so that it is stable however stiff.
/// </summary>
/// <param name="Stiffness">N m/rad or N/m, 0 or more; with 0 it only seeks the target's speed.</param>
/// <param name="Damping">N m s/rad or N s/m, 0 or more; one of both is above 0.</param>
public sealed record JointServo(double Stiffness, double Damping)
{
    /// <summary>The most that it gives either way, N m or N, above 0: where spring and damper ask for more it gives this. Null is without limit. Backends before plugin contract 2.4 know no limit.</summary>
    public double? MaximumForce { get; init; }

    /// <summary>Where it is to be until <see cref="IPhysicsWorld.SetJointTarget"/> says otherwise, counted as the joint's state; rad or m.</summary>
    public double Target { get; init; }

    /// <summary>How fast, as <see cref="Target"/>; rad/s or m/s.</summary>
    public double TargetVelocity { get; init; }

    /// <summary>What it gives, N m or N.</summary>
    /// <param name="position">Of the joint.</param>
    /// <param name="velocity">Of the joint.</param>
    /// <param name="target">Where it is to be.</param>
    /// <param name="targetVelocity">How fast it is to be there.</param>
    public double ForceAt(double position, double velocity, double target, double targetVelocity)
    {
        double most = MaximumForce ?? double.PositiveInfinity;
        return Math.Clamp((Stiffness * (target - position)) + (Damping * (targetVelocity - velocity)), -most, most);
    }
}
