using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Robots;

/// <summary>What a robot's model says of bodies: links of a robot go where its joints take them, and what hangs on nothing moves by forces.</summary>
internal static class RobotPhysics
{
    /// <param name="model">The model.</param>
    /// <param name="nodeOf">Body → node.</param>
    /// <param name="colliders">What the shapes of the bodies touch others with.</param>
    public static ScenePhysics Of(ArticulatedModel model, IReadOnlyList<int> nodeOf, IReadOnlyList<SceneCollider> colliders)
    {
        HashSet<int> jointed = [.. model.Joints.Select(joint => joint.Body)];
        HashSet<int> robots = [.. model.Joints.Where(joint => joint.Type != JointType.Free).Select(joint => RootOf(model, joint.Body))];
        return new()
        {
            Colliders = colliders,
            Bodies = jointed.Order().ToDictionary(body => nodeOf[body], body => BodyOf(model, body, jointed, robots.Contains(RootOf(model, body)) ? BodyMotion.Kinematic : BodyMotion.Dynamic)),
        };
    }

    /// <summary>The body of a tree that hangs on the surroundings.</summary>
    public static int RootOf(ArticulatedModel model, int body)
    {
        int root = body;
        while (model.Bodies[root].Parent is > 0 and var parent)
        {
            root = parent;
        }

        return root;
    }

    private static SceneBody BodyOf(ArticulatedModel model, int body, HashSet<int> jointed, BodyMotion motion)
    {
        (double Kilograms, Vector3d Centre, Vector3d Moments, Quaterniond Axes)? mass = LinkMass.Of(model, body, jointed);
        return mass is { } m ? new(motion) { MassKg = m.Kilograms, CentreOfMass = m.Centre, Moments = m.Moments, Axes = m.Axes } : new(motion);
    }
}
