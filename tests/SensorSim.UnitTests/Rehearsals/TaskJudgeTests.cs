using SensorSim.Hosting.Rehearsals;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Outcomes;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Scenarios;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Rehearsals;

/// <summary>A ball of 5 cm radius falls from 2 m: what is asked of it is known from mechanics.</summary>
public sealed class TaskJudgeTests
{
    // After 0.5 s it is at 2 − 9.81 · 0.25 / 2 = 0.774 m, with 4.9 m/s.
    [TestCase("{ object: ball_1, at: [0, 0.77375, 0], within_m: 0.001 }", null)]
    [TestCase("{ object: ball_1, at: [0, 0.79, 0], within_m: 0.01 }", "ball_1 is 0.016 m away")]
    [TestCase("{ object: ball_1, near: floor_1, within_m: 0.9 }", null)]
    [TestCase("{ object: ball_1, near: floor_1, within_m: 0.7 }", "ball_1 is ")]
    [TestCase("{ object: ball_1, at: [0, 1.5095, 0], within_m: 0.02, when: ever }", null)]
    [TestCase("{ object: ball_1, at: [0, 2.3, 0], within_m: 0.2, when: ever }", "never so: in the end ball_1 is 1.526 m away")]
    [TestCase("{ object: ball_1, at: [0, 1.4, 0], within_m: 0.63, when: always }", null)]
    [TestCase("{ object: ball_1, at: [0, 1.4, 0], within_m: 0.61, when: always }", "ball_1 is 0.626 m away at 0.5 s")]
    [TestCase("{ object: ball_1, slower_than_m_s: 4.85 }", null)]
    [TestCase("{ object: ball_1, slower_than_m_s: 4.8 }", "ball_1 moves at 4.807 m/s")]
    [TestCase("{ object: ball_1, raised_m: 0.1 }", "ball_1 is raised by -1.226 m")]
    [TestCase("{ object: ball_1, apart_from: \"floor*\" }", null)]
    [TestCase("{ object: ball_1, touches: \"floor*\" }", "ball_1 touches nothing of it")]
    [TestCase("{ object: ball_1, on: floor_1 }", "ball_1 does not lie there")]
    public void In_The_Air(string condition, string? found) => AssertOutcome(Judged(condition, duration: 0.5), found);

    // With friction alone it rests where it fell.
    [TestCase("{ object: ball_1, on: floor_1 }", null)]
    [TestCase("{ object: ball_1, touches: \"floor*\" }", null)]
    [TestCase("{ object: ball_1, apart_from: \"floor*\" }", "ball_1 touches floor_1")]
    [TestCase("{ object: ball_1, apart_from: \"floor*\", when: ever }", null)]
    [TestCase("{ object: ball_1, slower_than_m_s: 0.01 }", null)]
    [TestCase("{ object: ball_1, at: [0, 0.05, 0], within_m: 0.002 }", null)]
    public void On_The_Floor(string condition, string? found) => AssertOutcome(Judged(condition, duration: 1.5), found);

    // It turns at 90° in a second about an axis that is not vertical.
    [TestCase("{ object: ball_1, upright_deg: 46 }", null)]
    [TestCase("{ object: ball_1, upright_deg: 44 }", "ball_1 is tilted by 45°")]
    public void Tilted(string condition, string? found) => AssertOutcome(Judged(condition, duration: 0.5, "angular_velocity_deg_s: [0, 0, 90]"), found);

    [Test]
    public void All_Conditions_Must_Hold_And_The_First_That_Does_Not_Is_The_Reason()
    {
        TaskOutcome outcome = Judged("{ object: ball_1, raised_m: -1 }".Replace("raised_m: -1", "slower_than_m_s: 9", StringComparison.Ordinal) + ", { object: ball_1, on: floor_1 }, { object: ball_1, raised_m: 1 }", 0.5);
        Assert.That((outcome.IsSuccess, outcome.Reason, outcome.Detail), Is.EqualTo((false, "ball_1 on floor_1", "asked was ball_1 on floor_1; ball_1 does not lie there and still moves at 4.81 m/s when the episode ends after 0.5 s")));
    }

    [Test]
    public void What_Breaks_A_Law_Of_Mechanics_Fails_By_It()
    {
        TaskOutcome outcome = Judged("{ object: ball_1, slower_than_m_s: 1000 }", 0.5, "velocity_m_s: [0, -900, 0]");
        Assert.That((outcome.IsSuccess, outcome.Reason), Is.EqualTo((false, "physics")));
    }

    private static void AssertOutcome(TaskOutcome outcome, string? found)
    {
        Assert.That(outcome.Detail?.Split("; ")[1], found is null ? Is.Null : Does.StartWith(found));
        Assert.That(outcome.IsSuccess, Is.EqualTo(found is null));
    }

    private static TaskOutcome Judged(string conditions, double duration, string more = "velocity_m_s: [0, 0, 0]")
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "aisle.yaml");
        File.WriteAllText(path, ScenarioText.With(FormattableString.Invariant($$"""
            task: { verb: place, object: ball_1, success: [{{conditions}}] }
            physics: { backend: mujoco, bodies: [{ match: ball_1, motion: dynamic, shape: sphere, restitution: 0, {{more}} }] }
            episode: { duration_s: {{duration}}, frame_rate_hz: 10 }
            """)).Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));
        RehearsalReport report = Rehearsal.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path }));
        return report.Samples.Single().Outcome;
    }
}
