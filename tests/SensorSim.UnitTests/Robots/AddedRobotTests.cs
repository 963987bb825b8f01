using SensorSim.Geometry;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Robots;

/// <summary>Robots in other scenes.</summary>
public sealed class AddedRobotTests
{
    private const string Two = """
        objects:
          - { name: left, use: robot.xml, at: [1, 2, 3], yaw_deg: 90 }
          - { name: right, use: robot.xml, at: [-1, 0, 0] }
          - { name: cup, use: builtin:mug, at: [0, 1, 0] }
        joints: { start: left/bent, moves: [{ match: right/pan, hold: 0.5 }] }
        """;

    [Test]
    public void Each_Has_Joints_Links_And_Bodies_Of_Its_Own_And_Leaves_Its_Walls_Behind()
    {
        using var folder = new TemporaryFolder();
        RunPlan plan = Plan(folder, Two);
        Scene scene = plan.Scene.Scene;
        Assert.That(scene.Articulation.Joints.Select(joint => joint.Name), Is.SupersetOf(new[] { "left/pan", "left/loose", "right/pan" }).And.Exactly(10).Items);
        string[] names = [.. plan.Instances.Select(thing => thing.Name)];
        Assert.That(names, Is.SupersetOf(new[] { "left/base", "right/shoulder", "cup", "ball_1" }).And.No.Member("left/wall"));
        Assert.That(scene.Physics.Bodies, Has.Count.EqualTo(2 * 4));
        Assert.That(scene.Physics.Colliders.Select(collider => scene.Nodes[collider.Node].Parent is { } parent && scene.Physics.BodyOf(scene, parent) is not null), Is.All.True);
        Assert.That(plan.Assets.Keys, Has.Member("robot.xml"));
    }

    [Test]
    public void Links_Are_Where_They_Are_Alone_But_For_The_Place_Of_The_Robot()
    {
        using var folder = new TemporaryFolder();
        RunPlan plan = Plan(folder, Two);
        SceneInstance cousin = plan.Cousins.Sample(0);
        Scene alone = RobotFiles.ReadText(RobotFiles.Crooked);
        var bent = new Scenes.Robots.RobotMotion(alone, new(default) { Start = "bent" });
        Matrix4x4d[] local = [.. alone.Nodes.Select(node => node.LocalTransform)];
        bent.Apply(0, local);
        Matrix4x4d[] worlds = alone.WorldTransforms(local);
        Matrix4x4d place = Matrix4x4d.FromTrs(new(1, 2, 3), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 2), new(1, 1, 1));
        foreach (string link in (string[])["base", "bracket", "shoulder", "body_4", "crate_1"])
        {
            Matrix4x4d expected = place * worlds[alone.Nodes.Index().First(node => node.Item.Name == link).Index];
            Matrix4x4d actual = cousin.NodeToWorld[cousin.Twin.Nodes.Index().First(node => node.Item.Name == $"left/{link}").Index];
            Assert.That(actual.ToRowMajor().Zip(expected.ToRowMajor(), (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(1e-12), link);
        }
    }

    [Test]
    public void A_Robot_Takes_No_Objects_Place()
    {
        using var folder = new TemporaryFolder();
        ScenarioException? told = Assert.Throws<ScenarioException>(() => Plan(folder, "cousins: { vary: { objects.ball_1.item: [keep, robot.xml] } }"));
        Assert.That(told!.Errors.Select(error => error.ToString()), Has.Some.Contains("'robot.xml' is a robot, which takes no object's place; add it under objects."));
    }

    private static RunPlan Plan(TemporaryFolder folder, string rest)
    {
        RobotFiles.Write(folder, RobotFiles.Crooked, "robot.xml");
        string path = Path.Combine(folder.Path, "scenario.yaml");
        File.WriteAllText(path, $"""
            scenario: robot
            version: 1.0.0
            intent: {"{ failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }"}
            scene: builtin:drop-test
            cameras: [{"{ name: front, width: 32, height: 24, hfov_deg: 60, pose: { from: [2, 1, 2], look_at: [0, 1, 0] } }"}]

            """ + rest);
        return new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path });
    }
}
