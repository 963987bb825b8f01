using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots;

/// <summary>Where nodes on joints are in their parents.</summary>
public static class ForwardKinematics
{
    /// <summary>Node → its transform in its parent, for every node on a joint.</summary>
    /// <param name="scene">With joints.</param>
    /// <param name="positions">By joint, as <see cref="ArticulatedJoint.Zero"/>.</param>
    public static IReadOnlyDictionary<int, Matrix4x4d> Of(Scene scene, IReadOnlyList<IReadOnlyList<double>> positions)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(positions);
        var local = new Dictionary<int, Matrix4x4d>();
        foreach ((int i, ArticulatedJoint joint) in scene.Articulation.Joints.Index())
        {
            Matrix4x4d before = local.GetValueOrDefault(joint.Node, scene.Nodes[joint.Node].LocalTransform);
            local[joint.Node] = joint.Type == JointType.Free ? PoseOf(positions[i]).ToMatrix() : before * Motion(joint, positions[i]).ToMatrix();
        }

        return local;
    }

    /// <summary>What a joint does to its node, in the node's own space; of one that is not free.</summary>
    /// <param name="joint">Revolute, prismatic or ball.</param>
    /// <param name="position">As <see cref="ArticulatedJoint.Zero"/>.</param>
    public static Pose Motion(ArticulatedJoint joint, IReadOnlyList<double> position)
    {
        ArgumentNullException.ThrowIfNull(joint);
        ArgumentNullException.ThrowIfNull(position);
        return joint.Type switch
        {
            JointType.Prismatic => new((position[0] - joint.Zero[0]) * joint.Axis, Quaterniond.Identity),
            JointType.Revolute => About(joint.Anchor, Quaterniond.FromAxisAngle(joint.Axis, position[0] - joint.Zero[0])),
            _ => About(joint.Anchor, Turn(position, 0)),
        };
    }

    private static Pose About(Vector3d point, Quaterniond turn) => new(point - turn.Rotate(point), turn);

    private static Pose PoseOf(IReadOnlyList<double> position) => new(new(position[0], position[1], position[2]), Turn(position, 3));

    private static Quaterniond Turn(IReadOnlyList<double> numbers, int first) => new Quaterniond(numbers[first], numbers[first + 1], numbers[first + 2], numbers[first + 3]).Normalized();
}
