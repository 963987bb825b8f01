using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Robots;

/// <summary>What a scenario says of joints and its scene has not.</summary>
public sealed class JointBindingTests
{
    [TestCase("{ start: redy }", "joints.start: no keyframe of the model matches 'redy'; expected one of ready; did you mean 'ready'?; example: start: ready")]
    [TestCase("{ moves: [{ match: elbw, hold: 1 }] }", "joints.moves[0].match: no joint of the scene matches 'elbw'; expected one of shoulder_pan, shoulder_lift, upper_roll, elbow,")]
    [TestCase("{ moves: [{ match: elbow, hold: 3 }] }", "joints.moves[0]: 'elbow' goes to 3 rad; expected -2.4435 to 2.4435 rad")]
    [TestCase("{ moves: [{ match: elbow, sine: { amplitude: 2.4, frequency_hz: 1, centre: 1 } }] }", "joints.moves[0]: 'elbow' goes to 3.4 rad; expected -2.4435 to 2.4435 rad")]
    [TestCase("{ moves: [{ match: cube_1, hold: 3 }] }", "joints.moves[0].match: 'cube_1' is a free joint, which a trajectory alone moves; expected a revolute or prismatic joint")]
    [TestCase("{ moves: [{ trajectory: t.csv }] }", "joints.moves[0].trajectory: no joint of the scene for a column of t.csv matches 'elbo'")]
    [TestCase("{ moves: [{ match: \"elbow\", trajectory: t.csv }] }", "joints.moves[0].trajectory: t.csv has no column of a joint that matches 'elbow'; expected one of elbow")]
    [TestCase("{ moves: [{ match: \"wrist_*\", trajectory: t.csv }] }", "joints.moves[0]: t.csv, line 3: 'wrist_lift' goes to 9 rad; expected -2.0071 to 2.0071 rad")]
    [TestCase("{ moves: [{ trajectory: none.csv }] }", "joints.moves[0].trajectory: none.csv: there is no such file")]
    [TestCase("{ hands: [{ link: arm_hnd }] }", "joints.hands[0].link: no link of a robot matches 'arm_hnd'; expected one of finger_left,")]
    [TestCase("{ hands: [{ link: arm_hand, fingers: \"thumb*\" }] }", "joints.hands[0].fingers: no revolute or prismatic joint of the scene matches 'thumb*'; expected one of shoulder_pan,")]
    [TestCase("{ drive: servo }", "joints.drive: servos move by forces, and the scenario has no physics; expected physics: { backend: mujoco } beside it, or drive: kinematic")]
    [TestCase("{ moves: [{ match: elbow }] }", "joints.moves[0]: hold or sine or move or trajectory or demonstration is missing; expected one of them")]
    [TestCase("{ moves: [{ match: elbow, hold: 1, move: { to: 1 } }] }", "joints.moves[0].move: there is also 'hold'; expected one of them")]
    public void It_Is_Told_With_What_Is_Near(string joints, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "t.csv"), "time_s,elbo,wrist_lift\n0,0,0\n1,0,9\n");
        ScenarioException? told = Assert.Throws<ScenarioException>(() => Plan(folder, RobotFiles.Arm, joints));
        Assert.That(told!.Errors.Select(error => error.ToString()), Has.Some.Contains(expected));
    }

    [Test]
    public void A_Scene_Without_Joints_Is_Told()
    {
        using var folder = new TemporaryFolder();
        ScenarioException? told = Assert.Throws<ScenarioException>(() => Plan(folder, "builtin:drop-test", "{ start: ready }"));
        Assert.That(told!.Errors.Single().ToString(), Does.Contain("joints: the scene has no joints; expected a robot's model as the scene, or no such section"));
    }

    [Test]
    public void A_Link_On_Two_Joints_Has_No_Servos()
    {
        using var folder = new TemporaryFolder();
        ScenarioException? told = Assert.Throws<ScenarioException>(() => Plan(folder, RobotFiles.Write(folder, RobotFiles.Crooked), "{ drive: servo }\nphysics: { backend: ode }"));
        Assert.That(told!.Errors.Select(error => error.ToString()), Has.Some.Contains("joints.drive: 'base' hangs on 2 joints (pan, lift), and servos take one for each link"));
    }

    [Test]
    public void A_Broken_Model_Is_Told_Where_The_Scenario_Names_It()
    {
        using var folder = new TemporaryFolder();
        string model = RobotFiles.Write(folder, "<mujoco>\n<worldbody><body><joint/></body></worldbody></mujoco>");
        ScenarioException? told = Assert.Throws<ScenarioException>(() => Plan(folder, model, "{}"));
        Assert.That(told!.Errors.Single().ToString(), Does.Contain("robot.yaml:4:8: scene: ").And.Contains("model.xml:2: mass and inertia of moving bodies must be larger"));
    }

    private static void Plan(TemporaryFolder folder, string scene, string joints)
    {
        string path = Path.Combine(folder.Path, "robot.yaml");
        File.WriteAllText(path, $"""
            scenario: robot
            version: 1.0.0
            intent: {"{ failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }"}
            scene: {scene}
            cameras: [{"{ name: front, width: 32, height: 24, hfov_deg: 60, pose: { from: [2, 1, 2], look_at: [0, 1, 0] } }"}]
            joints: {joints}
            """);
        new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path });
    }
}
