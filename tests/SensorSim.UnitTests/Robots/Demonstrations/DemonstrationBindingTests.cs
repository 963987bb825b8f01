using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Robots.Demonstrations;

/// <summary>What a scenario says of a demonstration, or of success, and its scene has not.</summary>
public sealed class DemonstrationBindingTests
{
    private const string Succeeds = "[{ object: cube_1, on: cube_2 }]";

    [TestCase("file: t.csv, hand: arm_hnd, segments: [{ until_s: 1 }]", "joints.moves[0].demonstration.hand: no link of a robot matches 'arm_hnd'")]
    [TestCase("file: t.csv, hand: table, segments: [{ until_s: 1 }]", "joints.moves[0].demonstration.hand: no joint that matches '*' moves 'table'; expected a link at the end of an arm")]
    [TestCase("file: t.csv, hand: arm_hand, segments: [{ until_s: 1 }]", "joints.moves[0].demonstration.file: t.csv has no column of wrist_roll; expected a column for each joint of the arm, or of none and arm_hand.x, arm_hand.y")]
    [TestCase("file: full.csv, hand: arm_hand, segments: [{ until_s: 1 }]", "joints.moves[0].demonstration.file: no joint or object of the scene for a column of full.csv matches 'cube_3.x'; expected one of")]
    [TestCase("file: ../arm/stack.csv, hand: arm_hand, segments: [{ until_s: 2 }, { until_s: 1 }]", "joints.moves[0].demonstration.segments[1].until_s: 1 s is no later instant of ")]
    [TestCase("file: ../arm/stack.csv, hand: arm_hand, segments: [{ until_s: 9 }]", "expected above 0 and at most 4.7")]
    [TestCase("file: ../arm/stack.csv, hand: arm_hand, segments: [{ until_s: 2, object: cube_3 }]", "joints.moves[0].demonstration.segments[0].object: no object of the scene matches 'cube_3'; expected one of")]
    [TestCase("file: none.csv, hand: arm_hand, segments: [{ until_s: 1 }]", "joints.moves[0].demonstration.file: none.csv: there is no such file")]
    [TestCase("hand: arm_hand, segments: [{ until_s: 1 }]", "joints.moves[0].demonstration.file: the key is missing")]
    [TestCase("file: t.csv, hand: arm_hand, segments: []", "joints.moves[0].demonstration.segments: the list is empty")]
    public void It_Is_Told_With_What_Is_Near(string demonstration, string expected) => Assert.That(Errors($"{{ {demonstration} }}", Succeeds), Has.Some.Contains(expected));

    [Test]
    public void Nobody_Says_What_Success_Is() =>
        Assert.That(Errors("{ file: ../arm/stack.csv, hand: arm_hand, segments: [{ until_s: 1 }] }", null), Has.Some.Contains("joints.moves[0].demonstration: the scenario does not say what success is, and an episode is kept only when it did what was shown; expected the key success of task"));

    [TestCase("[{ object: cube_9, on: cube_2 }]", "task.success[0].object: no object of the scene matches 'cube_9'; expected one of")]
    [TestCase("[{ object: cube_1, on: cube_9 }]", "task.success[0].on: no object of the scene matches 'cube_9'; expected one of")]
    [TestCase("[{ object: cube_1, apart_from: \"fngr_*\" }]", "task.success[0].apart_from: no object of the scene matches 'fngr_*'")]
    [TestCase("[{ object: cube_1, near: cube_2 }]", "task.success[0].within_m: the key is missing; expected the largest distance in metres, because near needs one")]
    [TestCase("[{ object: cube_1, on: cube_2, within_m: 1 }]", "task.success[0].within_m: on has no distance; expected no within_m, or near or at in place of on")]
    [TestCase("[{ object: cube_1 }]", "task.success[0]: on or near or at or touches or apart_from or raised_m or upright_deg or slower_than_m_s is missing; expected one of them")]
    [TestCase("[{ object: cube_1, on: cube_2, raised_m: 1 }]", "task.success[0].raised_m: there is also 'on'; expected one of them")]
    [TestCase("[{ object: cube_1, on: cube_2, when: never }]", "task.success[0].when: there is 'never'; expected one of end, ever, always")]
    public void Conditions_Are_Checked(string success, string expected) => Assert.That(Errors("{ file: ../arm/stack.csv, hand: arm_hand, segments: [{ until_s: 1 }] }", success), Has.Some.Contains(expected));

    [Test]
    public void Without_Physics_Nothing_Succeeds() =>
        Assert.That(Errors("{ file: ../arm/stack.csv, hand: arm_hand, segments: [{ until_s: 1 }] }", Succeeds, physics: ""), Has.Some.Contains("task.success: the scenario has no physics, and what happens is then what it says itself"));

    private static string[] Errors(string demonstration, string? success, string physics = "physics: { backend: mujoco }")
    {
        using var folder = new TemporaryFolder();
        string arm = Path.Combine(folder.Path, "arm"), path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "scenarios")).FullName, "robot.yaml");
        Directory.CreateSymbolicLink(arm, Path.GetDirectoryName(RobotFiles.Arm)!);
        string joints = "shoulder_pan,shoulder_lift,upper_roll,elbow,forearm_roll,wrist_lift";
        File.WriteAllText(Path.Combine(folder.Path, "scenarios/t.csv"), $"time_s,{joints}\n0,0,0,0,0,0,0\n1,0,0,0,0,0,0\n");
        File.WriteAllText(Path.Combine(folder.Path, "scenarios/full.csv"), $"time_s,{joints},wrist_roll,cube_3.x\n0,0,0,0,0,0,0,0,0\n1,0,0,0,0,0,0,0,0\n");
        File.WriteAllText(path, $"""
            scenario: robot
            version: 1.0.0
            intent: {"{ failure_mode: f, intended_use: [train], artifact_risk: a, real_probe: r, discard_if: d }"}
            scene: ../arm/arm.xml
            cameras: {"[{ name: c, width: 8, height: 8, hfov_deg: 60, pose: { from: [1, 1, 1], look_at: [0, 1, 0] } }]"}
            task: {"{"} verb: stack, object: cube_1{(success is null ? "" : $", success: {success}")} {"}"}
            joints: {"{"} moves: [{"{"} demonstration: {demonstration} {"}"}] {"}"}
            {physics}
            """);
        ScenarioException told = Assert.Throws<ScenarioException>(() => new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path }))!;
        return [.. told.Errors.Select(error => error.ToString())];
    }
}
