using SensorSim.Hosting;
using SensorSim.Hosting.Rehearsals;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Rehearsals;

/// <summary>One demonstration, many: the arm that was shown once how to set a cube upon another does it wherever they lie.</summary>
public sealed class RehearsalTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "scenarios/robots/arm-stack.yaml");

    [Test]
    public void Where_It_Was_Shown_It_Succeeds() => Assert.That(Rehearsed(1, "cousins={ count: 1 }").Samples.Single().Outcome.Detail, Is.Null);

    [Test]
    public void Elsewhere_It_Succeeds_Nearly_Always_And_Says_Why_Not()
    {
        RehearsalReport report = Rehearsed(6);
        Assert.That(report.Counts.Succeeded, Is.GreaterThanOrEqualTo(5));
        Assert.That(report.Counts.Tried, Is.EqualTo(6));
        Assert.That(report.Samples.Where(sample => !sample.Outcome.IsSuccess).Select(sample => sample.Outcome.Reason), Is.All.Not.Empty);
    }

    // The arm does what it was shown whatever the cubes do: without adaptation it would grasp at nothing.
    [Test]
    public void Without_Its_Object_It_Fails_By_The_Condition()
    {
        RehearsalReport report = Rehearsed(1, "cousins={ count: 1, vary: { objects.cube_1.offset_x_m: 0.1 } }", "joints={ start: ready, moves: [{ demonstration: { file: ../models/arm/stack.csv, hand: arm_hand, segments: [{ until_s: 4.7, object: world }] } }] }");
        Assert.That(report.Counts.Failed.Single(), Is.EqualTo(KeyValuePair.Create("cube_1 raised by 0.08 m once", 1L)));
    }

    [Test]
    public void What_Is_Out_Of_Reach_Is_Counted()
    {
        RehearsalReport report = Rehearsed(1, "cousins={ count: 1, vary: { objects.cube_1.offset_x_m: 0.8 } }");
        Assert.That(report.Counts.Failed.Single(), Is.EqualTo(KeyValuePair.Create("out of reach", 1L)));
        Assert.That(report.Samples[0].Outcome.Detail, Does.StartWith("stack cannot be done: out of reach: arm_hand ends "));
    }

    [Test]
    public void An_Episode_That_Ends_Too_Early_Says_So()
    {
        RehearsalReport report = Rehearsed(1, "cousins={ count: 1 }", "episode.duration_s=2");
        Assert.That(report.Counts.Failed.Single(), Is.EqualTo(KeyValuePair.Create("recording not over", 1L)));
        Assert.That(report.Samples[0].Outcome.Detail, Is.EqualTo("stack takes until 4.7 s, and the episode ends at 2 s"));
    }

    // The cubes lie on the table from the beginning, one of them as part of a body with six colliders.
    [TestCase("[{ object: cube_2, on: table }]", true)]
    [TestCase("[{ object: cube_2, touches: table, when: always }]", true)]
    [TestCase("[{ object: cube_2, apart_from: table, when: always }]", false)]
    [TestCase("[{ object: cube_1, apart_from: \"finger_*\", when: always }]", false)]
    [TestCase("[{ object: cube_1, touches: \"finger_left\", when: ever }]", true)]
    public void What_Stands_Has_The_Names_Of_Objects(string success, bool holds)
    {
        RehearsalReport report = Rehearsed(1, "cousins={ count: 1 }", $"task.success={success}");
        Assert.That(report.Samples[0].Outcome.IsSuccess, Is.EqualTo(holds), report.Samples[0].Outcome.Detail);
    }

    // Forces alone: stiff motors, friction at the fingers.
    [TestCase("mujoco")]
    [TestCase("ode")]
    public void Motors_Do_It_Too_And_Actions_Are_What_They_Are_Told(string backend)
    {
        RunPlan plan = Plan(1, "cousins={ count: 1 }", $"physics.backend={backend}", "joints.drive=servo", "joints.stiffness=10000", "joints.damping=500");
        SceneInstance moving = plan.Moving(plan.Cousins.Sample(0));
        Assert.That(moving.Outcome!.Detail, Is.Null);

        // Held up against its weight, the shoulder hangs behind what it is told.
        int lift = moving.Motion!.TargetsAt(2).Index().Single(reading => reading.Item.Joint.Name == "shoulder_lift").Index;
        double told = plan.Cousins.Sample(0).Motion!.JointsAt(2)[lift].Position[0];
        Assert.That(moving.Motion.TargetsAt(2)[lift].Position[0], Is.EqualTo(told));
        Assert.That(moving.Motion.JointsAt(2)[lift].Position[0], Is.Not.EqualTo(told).Within(1e-5).And.EqualTo(told).Within(0.02));
    }

    [Test]
    public void Twice_It_Is_The_Same()
    {
        string once = Rehearsed(3).ToJson().ToJsonString();
        Assert.That(Rehearsed(3).ToJson().ToJsonString(), Is.EqualTo(once));
    }

    // A body that is thrown at 900 m/s covers more than itself in a step.
    [TestCase("[0, 0, 0]", 0)]
    [TestCase("[0, -900, 0]", 1)]
    public void Without_Conditions_What_Breaks_Mechanics_Fails(string velocity, int broken)
    {
        RehearsalReport report = Rehearsal.Of(FreeFall("cousins={ count: 1 }", $"physics.bodies=[{{ match: \"ball_*\", motion: dynamic, velocity_m_s: {velocity} }}]"));
        Assert.That(report.HasConditions, Is.False);
        Assert.That(report.Counts.Failed.GetValueOrDefault("physics"), Is.EqualTo(broken), report.Samples[0].Outcome.Detail);
        Assert.That(report.Counts.Succeeded, Is.EqualTo(1 - broken));
    }

    [Test]
    public void A_Scenario_Without_Physics_Is_Refused() =>
        Assert.That(() => Rehearsal.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = Path.Combine(Repository.Root, "scenarios/quickstart.yaml") })), Throws.TypeOf<RequestException>().With.Message.Contains("quickstart has no physics"));

    [Test]
    public void The_Pick_Is_One() => Assert.That(
        Rehearsal.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = Path.Combine(Repository.Root, "scenarios/robots/arm-pick.yaml") })) is { HasConditions: true, Counts: { Failed.Count: 0, Succeeded: 1 } });

    private static RunPlan FreeFall(params string[] overrides) => new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = Path.Combine(Repository.Root, "scenarios/physics/free-fall.yaml"), Overrides = overrides });

    private static RehearsalReport Rehearsed(long samples, params string[] overrides) => Rehearsal.Of(Plan(samples, overrides));

    private static RunPlan Plan(long samples, params string[] overrides) => new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = s_path, Samples = samples, Overrides = overrides });
}
