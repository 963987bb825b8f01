using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots;

/// <summary>A scene whose robots are bodies on joints, with motors where the scenario moves them and the model, or the scenario, says how strong they are.</summary>
public static class RobotServos
{
    /// <summary>The scene as it is unless the scenario asks for servos.</summary>
    public static Scene In(Scene scene, JointSettings? settings)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (settings?.Drive != JointDriving.Servo)
        {
            return scene;
        }

        HashSet<int> links = [.. scene.Articulation.Joints.Select(joint => joint.Node)];
        return scene with
        {
            Physics = scene.Physics with
            {
                Bodies = scene.Physics.Bodies.ToDictionary(body => body.Key, body => links.Contains(body.Key) ? body.Value with { Motion = BodyMotion.Dynamic } : body.Value),
                Joints = [.. scene.Physics.Joints, .. scene.Articulation.Joints.Index().Where(joint => joint.Item.Type != JointType.Free).Select(joint => JointOf(scene, settings, joint.Index))],
            },
        };
    }

    private static SceneJoint JointOf(Scene scene, JointSettings settings, int index)
    {
        ArticulatedJoint joint = scene.Articulation.Joints[index];
        Matrix4x4d local = scene.Nodes[joint.Node].LocalTransform;
        var frame = new Pose(joint.Anchor, Quaterniond.Identity);
        return new()
        {
            Name = joint.Name,
            Type = joint.Type,
            Child = joint.Node,
            Parent = scene.Nodes[joint.Node].Parent,
            ChildFrame = frame,
            ParentFrame = Cousins.Placement.Stretch.PoseOf(local) * frame,
            Axis = joint.Axis,
            Lower = joint.Lower - joint.Zero[0],
            Upper = joint.Upper - joint.Zero[0],
            Servo = joint.IsScalar ? ServoOf(scene.Articulation, settings, index) : null,
        };
    }

    // A joint that follows another has the motor of that.
    private static JointServo? ServoOf(Articulation robot, JointSettings settings, int index)
    {
        int own = robot.Couplings.FirstOrDefault(one => one.Joint == index)?.Of ?? index;
        ModelActuator? motor = robot.Actuators.FirstOrDefault(one => one.Joint == own);
        double stiffness = settings.Stiffness ?? motor?.Stiffness ?? 0, damping = (settings.Damping ?? motor?.Damping ?? 0) + robot.Joints[index].Damping;
        return stiffness + damping > 0 ? new(stiffness, damping) { MaximumForce = motor?.LargestForce } : null;
    }
}
