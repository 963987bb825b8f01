using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>How hard it is to move a joint: the inertia of its child with everything that hangs on that, as bodies are described.</summary>
internal static class HungInertia
{
    /// <summary>kg m² about the axis of a revolute joint, kg of a prismatic one.</summary>
    /// <param name="joint">Revolute or prismatic.</param>
    /// <param name="joints">All of the world.</param>
    /// <param name="bodies">All of the world that joints name.</param>
    public static double Of(JointDescription joint, IReadOnlyList<JointDescription> joints, IEnumerable<BodyDescription> bodies)
    {
        var named = bodies.ToDictionary(body => body.Name, StringComparer.Ordinal);
        Pose child = named[joint.Child].Pose;
        (Vector3d anchor, Vector3d axis) = (child.Point(joint.Anchor), child.Rotation.Rotate(joint.Axis.Normalized()));
        return HangingOn(joint.Child, joints).Sum(name => joint.Type == JointType.Prismatic ? named[name].Mass!.Kilograms : About(anchor, axis, named[name]));
    }

    private static HashSet<string> HangingOn(string child, IReadOnlyList<JointDescription> joints)
    {
        var hanging = new HashSet<string>(StringComparer.Ordinal) { child };
        while (joints.FirstOrDefault(joint => !joint.Releasable && joint.Type != JointType.Free && joint.Parent is { } parent && hanging.Contains(parent) && !hanging.Contains(joint.Child)) is { } next)
        {
            hanging.Add(next.Child);
        }

        return hanging;
    }

    // Steiner's theorem.
    private static double About(Vector3d anchor, Vector3d axis, BodyDescription body)
    {
        MassDescription mass = body.Mass!;
        Vector3d own = (body.Pose.Rotation * mass.Axes).Conjugate().Rotate(axis), away = Vector3d.Cross(axis, body.Pose.Point(mass.Centre) - anchor);
        return (mass.Moments.X * own.X * own.X) + (mass.Moments.Y * own.Y * own.Y) + (mass.Moments.Z * own.Z * own.Z) + (mass.Kilograms * Vector3d.Dot(away, away));
    }
}
