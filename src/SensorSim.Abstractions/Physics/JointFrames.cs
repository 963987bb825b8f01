using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>For authors of backends: a joint's zero, as its description has it, and how it stands when its bodies are elsewhere.</summary>
public sealed class JointFrames
{
    private readonly JointDescription _joint;
    private readonly Pose _childInParent;

    /// <param name="description">Without problems.</param>
    /// <param name="joint">Its place there.</param>
    public JointFrames(WorldDescription description, int joint)
    {
        ArgumentNullException.ThrowIfNull(description);
        _joint = description.Joints[joint];
        Child = description.BodyIndex(_joint.Child);
        Parent = _joint.Parent is { } parent ? description.BodyIndex(parent) : null;
        Pose child = Normal(description.Bodies[Child].Pose), around = Parent is { } index ? Normal(description.Bodies[index].Pose) : Pose.Identity;
        _childInParent = around.Inverse() * child;
        Axis = _joint.Axis.Normalized();
        WorldAnchor = child.Point(_joint.Anchor);
        WorldAxis = child.Rotation.Rotate(Axis);
    }

    /// <summary>Place of the child in the description.</summary>
    public int Child { get; }

    /// <summary>Place of the parent; null is the world.</summary>
    public int? Parent { get; }

    /// <summary>In the child's frame, of length 1.</summary>
    public Vector3d Axis { get; }

    /// <summary>In the world at the joint's zero.</summary>
    public Vector3d WorldAnchor { get; }

    /// <summary>In the world at the joint's zero, of length 1.</summary>
    public Vector3d WorldAxis { get; }

    /// <summary>How it stands.</summary>
    /// <param name="parent">The parent now; default of the world.</param>
    /// <param name="child">The child now.</param>
    /// <param name="angleBefore">Of a revolute joint, not long ago: the angle given is within half a turn of it.</param>
    public JointState State(BodyState? parent, in BodyState child, double angleBefore)
    {
        BodyState around = parent ?? new(Pose.Identity, default, default, default);
        Pose now = around.Pose.Inverse() * child.Pose;
        Quaterniond turn = (_childInParent.Rotation.Conjugate() * now.Rotation).Normalized();
        Vector3d spin = child.Pose.Rotation.Conjugate().Rotate(child.AngularVelocity - around.AngularVelocity);
        Vector3d shift = now.Point(_joint.Anchor) - _childInParent.Point(_joint.Anchor), anchor = child.Pose.Point(_joint.Anchor);
        Vector3d speed = around.Pose.Rotation.Conjugate().Rotate(child.VelocityAt(anchor) - around.VelocityAt(anchor));
        Vector3d along = _childInParent.Rotation.Rotate(Axis);
        return _joint.Type switch
        {
            JointType.Revolute => new([Near(Angle(turn), angleBefore)], [Vector3d.Dot(spin, Axis)]),
            JointType.Prismatic => new([Vector3d.Dot(shift, along)], [Vector3d.Dot(speed, along)]),
            JointType.Ball => new([turn.X, turn.Y, turn.Z, turn.W], [spin.X, spin.Y, spin.Z]),
            JointType.Free => new([shift.X, shift.Y, shift.Z, turn.X, turn.Y, turn.Z, turn.W], [speed.X, speed.Y, speed.Z, spin.X, spin.Y, spin.Z]),
            _ => new([], []),
        };
    }

    private double Angle(Quaterniond turn) => 2 * Math.Atan2((turn.X * Axis.X) + (turn.Y * Axis.Y) + (turn.Z * Axis.Z), turn.W);

    private static double Near(double angle, double before) => before + Math.IEEERemainder(angle - before, Math.Tau);

    private static Pose Normal(Pose pose) => pose with { Rotation = pose.Rotation.Normalized() };
}
