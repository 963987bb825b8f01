using System.Text;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Joints;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Robots;

/// <summary>Joints as scenarios move them.</summary>
public sealed class JointMotionTests
{
    private static readonly Matrix4x4d s_upright = new Pose(default, Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2)).ToMatrix();

    private static readonly JointTrajectory s_corner = JointTrajectoryReader.Read(Encoding.UTF8.GetBytes("time_s,elbow,wrist_lift\n1,0,0\n2,1,0.5\n4,0,1\n"), "t.csv");

    [Test]
    public void A_Recorded_Way_Is_Straight_Between_Samples_And_Rests_Outside()
    {
        RobotMotion motion = Moving(new JointMove.Recorded("*", default, "") { Trajectory = s_corner });
        Assert.That(At(motion, "elbow", 0.5), Is.EqualTo((0.0, 0.0)));
        Assert.That(At(motion, "elbow", 1.25), Is.EqualTo((0.25, 1.0)));
        Assert.That(At(motion, "elbow", 3), Is.EqualTo((0.5, -0.5)));
        Assert.That(At(motion, "elbow", 5), Is.EqualTo((0.0, 0.0)));
        Assert.That(At(motion, "shoulder_pan", 3), Is.EqualTo((0.0, 0.0)));
    }

    [TestCase("time_s,a,a\n0,1,2\n", "line 1: the column a is there 2 times")]
    [TestCase("time_s,b.qx,b.qy,b.qz,b.qw\n0,0,0,0,1\n1,0,0,0,0\n", "line 3: the turn of b is a quaternion of length 0; one of length 1 is expected")]
    [TestCase("time_s,b.qx,b.qy,b.qz,b.qw\n0,0,0,0,2\n", "line 2: the turn of b is a quaternion of length 2")]
    public void What_Is_No_Recording_Is_Told(string text, string expected) =>
        Assert.That(() => JointTrajectoryReader.Read(Encoding.UTF8.GetBytes(text), "t.csv"), Throws.TypeOf<FormatException>().With.Message.StartsWith(expected));

    [Test]
    public void A_Smooth_Way_Meets_Its_Samples_And_Has_No_Corners()
    {
        RobotMotion motion = Moving(new JointMove.Recorded("*", default, "") { Trajectory = s_corner, IsSmooth = true, StartSeconds = 1 });
        foreach ((double time, double position) in ((double, double)[])[(2, 0), (3, 1), (5, 0)])
        {
            Assert.That(At(motion, "elbow", time).Position, Is.EqualTo(position).Within(1e-12));
        }

        AssertVelocityIsSlope(motion, "wrist_lift", 2.2, 2.999, 3.001, 4.4);
        Assert.That(At(motion, "elbow", 3 - 1e-9).Velocity, Is.EqualTo(At(motion, "elbow", 3 + 1e-9).Velocity).Within(1e-6));
    }

    [Test]
    public void Point_To_Point_Begins_And_Ends_At_Rest()
    {
        RobotMotion motion = Moving(new JointMove.PointToPoint("elbow", default, "") { From = 0.2, To = 1.2, StartSeconds = 1, DurationSeconds = 2 });
        Assert.That(At(motion, "elbow", 1), Is.EqualTo((0.2, 0.0)));
        Assert.That(At(motion, "elbow", 2).Position, Is.EqualTo(0.7).Within(1e-12));
        Assert.That(At(motion, "elbow", 2).Velocity, Is.EqualTo(15.0 / 8 / 2).Within(1e-12));
        Assert.That(At(motion, "elbow", 9), Is.EqualTo((1.2, 0.0)));
        AssertVelocityIsSlope(motion, "elbow", 1.3, 2.6);
    }

    [Test]
    public void Sines_Swing_About_Where_Joints_Begin()
    {
        var ready = new JointSettings(default) { Start = "ready", Moves = [new JointMove.Sine("elbow", default, "") { Amplitude = 0.5, FrequencyHz = 2, PhaseDegrees = 90 }] };
        var motion = new RobotMotion(RobotFiles.Read(RobotFiles.Arm), ready);
        Assert.That(At(motion, "elbow", 0).Position, Is.EqualTo(1.2 + 0.5).Within(1e-12));
        Assert.That(At(motion, "elbow", 0.25).Position, Is.EqualTo(1.2 - 0.5).Within(1e-12));
        Assert.That(At(motion, "wrist_lift", 0.25).Position, Is.EqualTo(1.35));
        AssertVelocityIsSlope(motion, "elbow", 0.07, 0.2);
    }

    [Test]
    public void Coupled_Joints_Follow_Their_Leader()
    {
        RobotMotion motion = Moving(new JointMove.PointToPoint("finger_left", default, "") { To = 0.04, DurationSeconds = 1 });
        Assert.That(At(motion, "finger_right", 0.4), Is.EqualTo(At(motion, "finger_left", 0.4)));
        Assert.That(At(motion, "finger_right", 0.4).Velocity, Is.GreaterThan(0.01));
    }

    [Test]
    public void Records_Say_What_The_Library_Makes_Of_It([Values(0, 1.37, 2.9)] double seconds)
    {
        string path = Path.Combine(Repository.Root, "scenarios/robots/arm-pick.yaml");
        Scenario scenario = ScenarioReader.ReadFile(path).OrThrow();
        Scene scene = RobotFiles.Read(RobotFiles.Arm);
        ISceneMotion motion = new CousinSampler(scenario with { Physics = null, Task = null, Cameras = [] }, scene, 1).Sample(0).Motion!;
        using var library = new MujocoReference(RobotFiles.Arm);
        IReadOnlyList<Matrix4x4d> worlds = motion.At(seconds).NodeToWorld;

        // The arm's joints are the library's first ones.
        foreach ((int joint, JointReading reading) in motion.JointsAt(seconds).Index()) library.Positions[library.FirstPosition(joint)] = reading.Position[0];
        library.Move();

        for (int body = 1; body < library.Bodies; body++)
        {
            if (library.NameOf(body).StartsWith("cube", StringComparison.Ordinal)) continue;
            int node = scene.Nodes.Index().Skip(1).First(one => one.Item.Name == library.NameOf(body)).Index;
            double apart = worlds[node].ToRowMajor().Zip((s_upright * library.Body(body).ToMatrix()).ToRowMajor(), (x, y) => Math.Abs(x - y)).Max();
            Assert.That(apart, Is.LessThan(1e-9), library.NameOf(body));
        }
    }

    [Test]
    public void Fingers_Lift_A_Cube_By_Friction_And_That_Is_No_Energy_From_Nowhere()
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(Repository.Root, "scenarios/robots/arm-pick.yaml")).OrThrow() with { Cameras = [] };
        Scene scene = RobotFiles.Read(RobotFiles.Arm);
        SceneInstance cousin = new Hosting.Physics.EpisodePhysics(scenario.Physics!, scene, Tests.Sensors.SensorBench.Catalog).Simulate(new CousinSampler(scenario, scene, 1).Sample(0), 4.6);

        var motion = (Scenes.Bodies.SimulatedMotion)cousin.Motion!;
        int cube = scene.Nodes.Index().First(node => node.Item.Name == "cube_1").Index;
        Vector3d At(double seconds) => motion.At(seconds).NodeToWorld[cube].Translation;
        Assert.That(motion.Episode.Broken, Is.Null);
        Assert.That((At(2.3) - new Vector3d(0.5, 0.935, 0.12)).Length, Is.LessThan(0.005), $"lifted: {At(2.3)}");
        Assert.That((At(4.6) - new Vector3d(0.44, 0.775, -0.02)).Length, Is.LessThan(0.01), $"set down: {At(4.6)}");
    }

    [TestCase("time_s,elbow\n0,1\n0,2\n", "line 3: time_s 0 comes behind 0; times that increase are expected")]
    [TestCase("time_s,elbow\n0,one\n", "line 2: 'one' in column 'elbow' is no number")]
    [TestCase("seconds,elbow\n0,1\n", "line 1: there is no time_s among seconds, elbow; a table with the column time_s and one for each joint is expected")]
    [TestCase("time_s,elbow\n", "it has no samples; a table with the column time_s and one for each joint is expected")]
    public void What_Is_No_Trajectory_Is_Told(string csv, string expected) => Assert.That(
        () => JointTrajectoryReader.Read(Encoding.UTF8.GetBytes(csv), "t.csv"), Throws.TypeOf<FormatException>().With.Message.EqualTo(expected));

    [Test]
    public void Json_Lines_Say_The_Same_As_A_Table()
    {
        JointTrajectory lines = JointTrajectoryReader.Read(Encoding.UTF8.GetBytes("{\"time_s\":1,\"elbow\":0,\"wrist_lift\":0}\n\n{\"wrist_lift\":0.5,\"elbow\":1,\"time_s\":2}\n{\"time_s\":4,\"elbow\":0,\"wrist_lift\":1}\n"), "t.jsonl");
        Assert.That(lines.Columns, Is.EqualTo(s_corner.Columns));
        Assert.That(lines.TimesSeconds, Is.EqualTo(s_corner.TimesSeconds));
        Assert.That(lines.Values, Is.EqualTo(s_corner.Values));
        Assert.That(() => JointTrajectoryReader.Read(Encoding.UTF8.GetBytes("{\"time_s\":1,\"elbow\":0}\n{\"time_s\":2}\n"), "t.jsonl"), Throws.TypeOf<FormatException>().With.Message.StartsWith("line 2: it has time_s; the same keys"));
    }

    private static RobotMotion Moving(params JointMove[] moves) => new(RobotFiles.Read(RobotFiles.Arm), new JointSettings(default) { Moves = moves });

    private static (double Position, double Velocity) At(RobotMotion motion, string joint, double seconds) =>
        motion.At(seconds).Single(reading => reading.Joint.Name == joint) is var one ? (one.Position[0], one.Velocity[0]) : default;

    private static void AssertVelocityIsSlope(RobotMotion motion, string joint, params double[] times)
    {
        const double h = 1e-6;
        foreach (double time in times)
        {
            double slope = (At(motion, joint, time + h).Position - At(motion, joint, time - h).Position) / (2 * h);
            Assert.That(At(motion, joint, time).Velocity, Is.EqualTo(slope).Within(1e-6), $"{joint} at {time} s");
        }
    }
}
