using SensorSim.Physics;

namespace SensorSim.Hosting.Physics;

/// <summary>The motor of a joint, in SI units of its joint.</summary>
/// <param name="Stiffness">N m/rad or N/m.</param>
/// <param name="Damping">N m s/rad or N s/m.</param>
/// <param name="MaximumForce">N m or N; null is without limit.</param>
/// <param name="Target">Where it is to be first, from how the joint begins.</param>
/// <param name="TargetVelocity">How fast it is to be.</param>
public sealed record ServoSummary(double Stiffness, double Damping, double? MaximumForce, double Target, double TargetVelocity)
{
    internal static ServoSummary Of(JointServo servo) => new(servo.Stiffness, servo.Damping, servo.MaximumForce, servo.Target, servo.TargetVelocity);
}
