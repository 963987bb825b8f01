using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.UnitTests.Robots;

/// <summary>A robot's model as a scene.</summary>
public sealed class RobotSceneTests
{
    [Test]
    public void Bodies_Are_Objects_And_What_Hangs_Together_Is_One_Category()
    {
        Scene scene = RobotFiles.ReadText(RobotFiles.Crooked);
        IReadOnlyList<Instance> objects = SceneInstances.Of(scene);
        var categories = CategoryTable.Of(scene, objects, CategoryRules.Default);
        Assert.That(objects.Select(thing => (thing.Name, categories.Names[categories.Of(thing) - 1])), Is.EqualTo(new[]
        {
            ("wall", "wall"), ("base", "base"), ("bracket", "base"), ("shoulder", "base"), ("body_4", "base"), ("crate_1", "crate"),
        }));
    }

    [Test]
    public void Joints_Have_Ranges_And_References_In_Radians_And_Metres()
    {
        Articulation robot = RobotFiles.ReadText(RobotFiles.Crooked).Articulation;
        Assert.That(robot.Joints.Select(joint => (joint.Name, joint.Type, joint.Unit)), Is.EqualTo(new[]
        {
            ("pan", JointType.Revolute, "rad"), ("lift", JointType.Prismatic, "m"), ("socket", JointType.Ball, null), ("joint_3", JointType.Revolute, "rad"), ("loose", JointType.Free, (string?)null),
        }));
        Assert.That(robot.Joints[0].Upper, Is.EqualTo(170 * Math.PI / 180).Within(1e-12));
        Assert.That(robot.Joints[0].Zero[0], Is.EqualTo(25 * Math.PI / 180).Within(1e-12));
        Assert.That(robot.Joints[1], Has.Property(nameof(ArticulatedJoint.Lower)).Null);
        Assert.That(robot.Keyframes.Single().Positions[4], Is.EqualTo(new[] { 1, 1, 0.5, 0, 0, 0, 1 }));
    }

    [Test]
    public void Up_Is_Y_And_Solids_Are_As_Large_As_They_Say()
    {
        SceneBounds bounds = SceneBounds.Of(RobotFiles.ReadText("""
            <mujoco><worldbody>
              <geom type="cylinder" size="0.1 0.5" pos="0 0 2"/>
              <geom type="capsule" size="0.1 0.5" pos="1 0 2"/>
              <geom type="ellipsoid" size="0.1 0.2 0.9" pos="0 1 2"/>
            </worldbody></mujoco>
            """));
        Assert.That((bounds.Min - new Vector3d(-0.1, 1.1, -1.2)).Length, Is.LessThan(1e-5), $"{bounds.Min}");
        Assert.That((bounds.Max - new Vector3d(1.1, 2.9, 0.1)).Length, Is.LessThan(1e-5), $"{bounds.Max}");
    }

    [Test]
    public void What_Is_Fixed_To_A_Link_Weighs_With_It()
    {
        Scene scene = RobotFiles.ReadText("""
            <mujoco><worldbody><body name="link"><joint axis="1 0 0"/><inertial pos="0 0 0" mass="1" diaginertia="0.1 0.1 0.1"/>
              <body name="tip" pos="0 0 2"><inertial pos="0 0 0" mass="3" diaginertia="0.2 0.2 0.2"/></body></body></worldbody></mujoco>
            """);
        Scenes.Model.Physics.SceneBody body = scene.Physics.Bodies.Single().Value;
        Assert.That(body.MassKg, Is.EqualTo(4).Within(1e-12));
        Assert.That((body.CentreOfMass!.Value - new Vector3d(0, 0, 1.5)).Length, Is.LessThan(1e-12));

        // About the common centre: 1 × 1.5² + 3 × 0.5² besides their own.
        double[] moments = [body.Moments!.Value.X, body.Moments.Value.Y, body.Moments.Value.Z];
        Assert.That(moments.Order(), Is.EqualTo(new[] { 0.3, 3.3, 3.3 }).Within(1e-12));
    }

    [Test]
    public void Shapes_Of_Hidden_Groups_Are_Not_Seen_And_Still_Touch()
    {
        Scene scene = RobotFiles.ReadText("""<mujoco><worldbody><geom name="seen" type="sphere" size="1" contype="0" conaffinity="0"/><geom name="felt" type="box" size="1 2 3" group="3"/></worldbody></mujoco>""");
        Assert.That(SceneInstances.Of(scene).Select(thing => thing.Name), Is.EqualTo(new[] { "seen" }));
        Assert.That(scene.Physics.Colliders.Single().Shape, Is.EqualTo(new Scenes.Model.Physics.BoxShape(new(2, 4, 6))));
    }
}
