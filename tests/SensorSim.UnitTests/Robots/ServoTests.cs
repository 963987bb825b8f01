using SensorSim.Geometry;
using SensorSim.Hosting.Physics;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Joints;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Physics;

namespace SensorSim.UnitTests.Robots;

/// <summary>Robots whose joints are moved by forces.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class ServoTests(string id)
{
    private const double Gravity = PhysicsSettings.StandardGravity;

    // 2 kg on a rod of 0.8 m, turned by 0.2 rad when it begins.
    private const string Pendulum = """
        <mujoco><worldbody><body name="bob" pos="0 0 2"><joint name="pivot" axis="0 1 0" damping="DAMPING"/>
          <inertial pos="0 0 -0.8" mass="2" diaginertia="0.1 0.1 0.1"/><geom type="sphere" size="0.1" pos="0 0 -0.8" contype="0" conaffinity="0"/></body></worldbody>
          <actuator>MOTOR</actuator><keyframe><key name="aside" qpos="0.2"/></keyframe></mujoco>
        """;

    [Test]
    public void A_Pendulum_Swings_With_Its_Period()
    {
        const double inertia = (2 * 0.8 * 0.8) + 0.1, amplitude = 0.2;
        double period = 2 * Math.PI * Math.Sqrt(inertia / (2 * Gravity * 0.8)) * (1 + (amplitude * amplitude / 16) + (11 * Math.Pow(amplitude, 4) / 3072));
        SceneInstance cousin = Simulated(Pendulum.Replace("DAMPING", "0", StringComparison.Ordinal).Replace("MOTOR", "", StringComparison.Ordinal), new(default) { Drive = JointDriving.Servo, Start = "aside" }, period);

        (double position, double velocity) = At(cousin, period / 2);
        Assert.That(position, Is.EqualTo(-amplitude).Within(1e-3));
        Assert.That(velocity, Is.Zero.Within(0.01));
        Assert.That(At(cousin, period / 4).Position, Is.Zero.Within(2e-3));
        Assert.That(At(cousin, period).Position, Is.EqualTo(amplitude).Within(1e-3));
    }

    [Test]
    public void A_Servo_Is_A_Spring_With_A_Damper_Behind_Its_Target()
    {
        // Critically damped about the vertical: I θ'' = −k θ − d θ' − m g l sin θ.
        const double inertia = (2 * 0.8 * 0.8) + 0.1, stiffness = 300;
        double all = stiffness + (2 * Gravity * 0.8), damping = 2 * Math.Sqrt(inertia * all), rate = Math.Sqrt(all / inertia);
        string model = Pendulum.Replace("DAMPING", damping.ToString("R", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("MOTOR", "<position joint=\"pivot\" kp=\"300\"/>", StringComparison.Ordinal);
        SceneInstance cousin = Simulated(model, new(default) { Drive = JointDriving.Servo, Start = "aside", Moves = [new JointMove.Hold("pivot", default, "", 0)] }, 0.5);
        foreach (double time in (double[])[0.05, 0.1, 0.2, 0.4])
        {
            Assert.That(At(cousin, time).Position, Is.EqualTo(0.2 * (1 + (rate * time)) * Math.Exp(-rate * time)).Within(2e-3), $"{time} s");
        }

        JointReading reading = cousin.Motion!.JointsAt(0.1).Single();
        Assert.That(reading.Effort, Is.EqualTo((-stiffness * reading.Position[0]) - (damping * reading.Velocity[0])).Within(1e-6));
    }

    [Test]
    public void A_Motor_Gives_No_More_Than_Its_Model_Lets_It()
    {
        // 2 kg at 0.8 m, to be swung out by half a turn, which takes up to 15.7 N m.
        string model = Pendulum.Replace("DAMPING", "1", StringComparison.Ordinal).Replace("MOTOR", "<position joint=\"pivot\" kp=\"300\" forcelimited=\"true\" forcerange=\"-10 10\"/>", StringComparison.Ordinal);
        SceneInstance cousin = Simulated(model, new(default) { Drive = JointDriving.Servo, Start = "aside", Moves = [new JointMove.Hold("pivot", default, "", 3)] }, 1);
        double[] efforts = [.. Enumerable.Range(0, 100).Select(i => cousin.Motion!.JointsAt(0.01 * i).Single().Effort!.Value)];
        Assert.That(efforts.Select(Math.Abs), Is.All.LessThanOrEqualTo(10));
        Assert.That(efforts, Has.Some.EqualTo(10));
        const double inertia = (2 * 0.8 * 0.8) + 0.1;
        double acceleration = (10 - (2 * Gravity * 0.8 * Math.Sin(0.2))) / inertia;
        Assert.That(At(cousin, 0.05).Velocity, Is.EqualTo(acceleration * 0.05).Within(2).Percent);
    }

    [Test]
    public void Records_Have_The_Joint_States_Of_The_Engine()
    {
        var world = new WorldDescription
        {
            StepSeconds = 0.001,
            Bodies = [Link("upper", new(0, 1, 0)), Link("lower", new(0, 0.6, 0))],
            Joints = [Hinge("first", null, "upper"), Hinge("second", "upper", "lower") with { Servo = new(5, 0.2) }],
        };
        using IPhysicsWorld stepped = TestWorlds.Build(id, world);
        var track = new Scenes.Bodies.BodyTrack(2, 0.001);
        for (int step = 0; step < 300; step++)
        {
            stepped.SetJointTarget(1, 0.5, 0);
            stepped.Step();
            track.Add(new([stepped.Body(0), stepped.Body(1)], []));
        }

        var joints = new Scenes.Bodies.SimulatedJoints(world, [Node(0), Node(1)], track);
        foreach ((int i, string name) in ((int, string)[])[(0, "first"), (1, "second")])
        {
            var rest = new JointReading(new(name, i, JointType.Revolute) { Zero = [0] }, [0], [0], null) { Start = [0] };
            JointReading told = joints.At(rest, 0.299);
            Assert.That(told.Position[0], Is.EqualTo(stepped.Joint(i).Position[0]).Within(1e-9));
            Assert.That(told.Velocity[0], Is.EqualTo(stepped.Joint(i).Velocity[0]).Within(1e-9));
            Assert.That(Math.Abs(told.Position[0]), Is.GreaterThan(0.01));
        }
    }

    [Test]
    public void What_No_Motor_Can_Be_Is_Told()
    {
        JointDescription hinge = Hinge("elbow", null, "upper");
        Assert.That(() => Build(hinge with { Servo = new(-1, 0) }), Throws.TypeOf<PhysicsException>().With.Message.Contains("The joint \"elbow\": its servo has the stiffness -1"));
        Assert.That(() => Build(hinge with { Servo = new(1, 0), Releasable = true }), Throws.TypeOf<PhysicsException>().With.Message.Contains("it is releasable and has a servo"));
        Assert.That(() => Build(hinge with { Servo = new(1, 0), Type = JointType.Ball }), Throws.TypeOf<PhysicsException>().With.Message.Contains("a ball joint has no servo"));
        using IPhysicsWorld world = Build(hinge);
        Assert.That(() => world.SetJointTarget(0, 1, 0), Throws.TypeOf<PhysicsException>().With.Message.EqualTo("The joint \"elbow\" has no servo; one is expected in its description."));
    }

    private IPhysicsWorld Build(JointDescription joint) => TestWorlds.Build(id, new WorldDescription { Bodies = [Link("upper", default)], Joints = [joint] });

    private static BodyDescription Link(string name, Vector3d at) => new() { Name = name, Pose = new(at, Quaterniond.Identity), Mass = MassDescription.OfBox(1, new(0.1, 0.4, 0.1)) };

    private static JointDescription Hinge(string name, string? parent, string child) => new() { Name = name, Type = JointType.Revolute, Parent = parent, Child = child, Anchor = new(0.1, 0.2, 0), Axis = Vector3d.UnitZ };

    private static Scenes.Bodies.BodyNode Node(int body) => new(body, $"{body}", body, [], Matrix4x4d.Identity);

    private SceneInstance Simulated(string model, JointSettings joints, double seconds)
    {
        Scene scene = RobotServos.In(RobotFiles.ReadText(model), joints);
        var scenario = new Scenario
        {
            Id = "servo", Version = "1", File = "servo.yaml", Sha256 = "", Scene = "model.xml", Cameras = [], Joints = joints,
            Physics = new(new PluginUse(id, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal))),
        };
        return new EpisodePhysics(scenario.Physics, scene, SensorBench.Catalog).Simulate(new CousinSampler(scenario, scene, 1).Sample(0), seconds);
    }

    private static (double Position, double Velocity) At(SceneInstance cousin, double seconds) => cousin.Motion!.JointsAt(seconds).Single() is var one ? (one.Position[0], one.Velocity[0]) : default;
}
