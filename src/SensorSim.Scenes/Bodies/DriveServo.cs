using SensorSim.Physics;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>A file's drive as the motor of a described joint.</summary>
internal static class DriveServo
{
    /// <summary>Null of a drive that can do nothing. One that is an acceleration has its numbers for an inertia of 1.</summary>
    /// <param name="drive">Of the joint; null of one without.</param>
    /// <param name="stand">Where the joint stands as the episode begins: the zero of what is described.</param>
    /// <param name="isTurned">Whether the described joint counts the other way.</param>
    public static JointServo? Of(JointDrive? drive, double stand, bool isTurned)
    {
        double stiffness = drive?.PositionTarget is null ? 0 : drive.Stiffness, sign = isTurned ? -1 : 1;
        return drive is null || drive.MaximumForce == 0 || stiffness + drive.Damping == 0 ? null : new(stiffness, drive.Damping)
        {
            MaximumForce = drive.MaximumForce,
            Target = sign * ((drive.PositionTarget ?? stand) - stand),
            TargetVelocity = sign * (drive.VelocityTarget ?? 0),
        };
    }

    /// <summary>The joint with spring and damper for an inertia; the limit is a force as it is.</summary>
    /// <param name="joint">Described.</param>
    /// <param name="inertia">Of what it moves, kg m² or kg.</param>
    public static JointDescription OfAcceleration(JointDescription joint, double inertia) =>
        joint with { Servo = joint.Servo is { } servo ? servo with { Stiffness = inertia * servo.Stiffness, Damping = inertia * servo.Damping } : null };
}
