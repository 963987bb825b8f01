namespace SensorSim.Physics;

/// <summary>
/// A motor that holds a joint at a target as a spring with a damper: stiffness × (target − position) + damping × (speed of the target − speed), both as they are at the end of a step, so that it is stable however stiff. Its force has no limit.
/// </summary>
/// <param name="Stiffness">N m/rad or N/m, 0 or more; with 0 it only brakes.</param>
/// <param name="Damping">N m s/rad or N s/m, 0 or more; one of both is above 0.</param>
public sealed record JointServo(double Stiffness, double Damping);
