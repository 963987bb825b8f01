using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins.Counterfactuals;

public sealed class EventDrawTests
{
    private const string Rest = """
        physics: { backend: ode, bodies: [{ match: ball_1, motion: dynamic, held_by: world }] }
        paths: [{ object: board_1, points: [[0, 0, 0], [0, 0, 4]], speed_m_s: 2 }]
        events:
          - { name: fall, kind: drop, match: ball_1, at_s: { uniform: [0.2, 0.8] } }
          - { name: dark, kind: lamp_fails, match: "*", at_s: 0.5 }
          - { name: passer, kind: obstacle, match: board_1, at_s: 1 }
        cousins: { count: 8, vary: { parameters.mood: [good, bad] } }
        """;

    private static readonly Lazy<Scene> s_lab = new(() => SceneLibrary.Read("builtin:drop-test").Scene);

    private static CousinSampler SamplerOf(string rest) =>
        new(ScenarioText.Valid(ScenarioText.With(rest).Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal)), s_lab.Value, 7);

    private static double ZOf(SceneInstance cousin, double seconds) => cousin.At(seconds).NodeToWorld[SceneNames.Of(s_lab.Value).Objects.First(thing => thing.Name == "board_1").Node].Translation.Z;

    [Test]
    public void A_Cousin_Has_An_Episode_Without_An_Event_And_One_For_Each()
    {
        CousinSampler sampler = SamplerOf(Rest);

        SceneInstance[] samples = [.. Enumerable.Range(0, 8).Select(i => sampler.Sample(i))];
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => (string)sample.Draws["event"]!), Is.EqualTo(new[] { "none", "fall", "dark", "passer", "none", "fall", "dark", "passer" }));
            Assert.That(samples.Select(sample => sample.Sample), Is.EqualTo(new long[] { 0, 0, 0, 0, 1, 1, 1, 1 }));
            Assert.That(samples.Take(4).Select(sample => (double)sample.Draws["events.fall.at_s"]!).Distinct().Count(), Is.EqualTo(1));
            Assert.That((double)samples[4].Draws["events.fall.at_s"]!, Is.Not.EqualTo((double)samples[0].Draws["events.fall.at_s"]!));
            Assert.That(samples.Select(sample => sample.Draws.Count).Distinct().Count(), Is.EqualTo(1), "episodes differ in values only");
            Assert.That(sampler.Draw(5).Index, Is.EqualTo(5));
            Assert.That(sampler.Draw(5).Values.Select(value => (value.Key, value.Value.ToJsonString())), Is.EqualTo(sampler.Draw(4).Values.Select(value => (value.Key, value.Value.ToJsonString()))));
        });
    }

    [Test]
    public void A_Lamp_Fails_And_A_Path_Begins_In_Their_Episode_Only()
    {
        CousinSampler sampler = SamplerOf(Rest);

        double?[] fails = [.. Enumerable.Range(0, 4).Select(i => sampler.Sample(i).Lamps[0].FailsAtSeconds)];
        Assert.Multiple(() =>
        {
            Assert.That(fails, Is.EqualTo(new double?[] { ScenarioEvent.Never, ScenarioEvent.Never, 0.5, ScenarioEvent.Never }));
            Assert.That(ZOf(sampler.Sample(0), 2), Is.EqualTo(0).Within(1e-12));
            Assert.That(ZOf(sampler.Sample(3), 0.9), Is.EqualTo(0).Within(1e-12));
            Assert.That(ZOf(sampler.Sample(3), 2), Is.EqualTo(2).Within(1e-12));
        });
    }

    [Test]
    public void A_Delay_Is_A_Stop_On_The_Way()
    {
        CousinSampler sampler = SamplerOf("""
            paths: [{ object: board_1, points: [[0, 0, 0], [0, 0, 4]], speed_m_s: 2 }]
            events: [{ name: late, kind: delay, match: board_1, at_s: 0.5, delay_s: 0.25 }]
            cousins: { count: 2 }
            """);

        double[] of = [0.4, 0.5, 0.6, 0.75, 1];
        Assert.Multiple(() =>
        {
            Assert.That(of.Select(t => ZOf(sampler.Sample(0), t)), Is.EqualTo(of.Select(t => 2 * t)).Within(1e-12));
            Assert.That(of.Select(t => ZOf(sampler.Sample(1), t)), Is.EqualTo(new[] { 0.8, 1, 1, 1, 1.5 }).Within(1e-12));
            Assert.That(sampler.Sample(1).Draws["objects.board_1.path"]!["pause_s"]!.GetValue<double>(), Is.EqualTo(0.25));
        });
    }

    [Test]
    public void What_Bodies_Feel_Goes_To_Physics_With_What_Is_Drawn()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("""
            physics: { backend: ode, bodies: [{ match: ball, motion: dynamic }] }
            events:
              - { name: oil, kind: friction, match: "floor*", at_s: 0.5, friction: [0.02] }
              - { name: shove, kind: push, match: ball, at_s: 1, impulse_n_s: { uniform: [1, 3] }, direction: [0, 3, 4], point_m: [0, 0.1, 0] }
              - { name: dark, kind: lamp_fails, match: "*", at_s: 0.5 }
            """));
        var draws = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["event"] = "shove", ["events.oil.friction"] = 0.02, ["events.shove.impulse_n_s"] = 1.5 };

        PhysicsSettings drawn = PhysicsVariation.Of(scenario.Physics!, draws);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Events.Select(one => one.Name), Is.EqualTo(new[] { "oil", "shove" }));
            Assert.That(drawn.Happening, Is.EqualTo("shove"));
            Assert.That(drawn.Events[0].Friction, Is.EqualTo(0.02));
            Assert.That((drawn.Events[1].ImpulseNewtonSeconds, drawn.Events[1].AtSeconds, drawn.Events[1].PointMetres), Is.EqualTo((1.5, 1.0, new Vector3d(0, 0.1, 0))));
            Assert.That(drawn.Events[1].Direction.Y, Is.EqualTo(0.6).Within(1e-15));
            Assert.That(PhysicsVariation.Of(scenario.Physics!, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["event"] = "dark" }).Happening, Is.Null);
        });
    }

    [TestCase("{ name: a, kind: fricton, match: x, at_s: 1 }", "12:28: events[0].kind: there is 'fricton'; expected one of friction, push, drop, grasp_fails, lamp_fails, obstacle, delay; did you mean 'friction'?")]
    [TestCase("{ name: a, kind: lamp_fails, match: x }", "12:11: events[0].at_s: ")]
    [TestCase("{ name: a, kind: lamp_fails, match: x, at_s: -1 }", "12:56: events[0].at_s: there is '-1'; expected values from 0 to 100000 (seconds on the episode's clock)")]
    [TestCase("{ name: a, kind: lamp_fails, match: x, at_s: 1, friction: 1 }", "12:59: events[0].friction: an event of kind lamp_fails has no 'friction'")]
    [TestCase("{ name: a, kind: delay, match: x, at_s: 1 }", "12:11: events[0].delay_s: ")]
    [TestCase("{ name: a, kind: push, match: x, at_s: 1, impulse_n_s: 1, direction: [0, 0, 0] }", "12:80: events[0].direction: it points nowhere")]
    [TestCase("{ name: a, kind: push, match: x, at_s: 1, impulse_n_s: 1, direction: [0, 0, 1] }", "12:28: events[0].kind: nothing feels 'push', because there is no physics")]
    [TestCase("{ name: a, kind: lamp_fails, match: x, at_s: 1 }, { name: a, kind: lamp_fails, match: x, at_s: 2 }", "events[1].name: the name 'a' is already an event's")]
    public void A_Mistake_Is_Named_Where_It_Is(string one, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"events: [ {one} ]")), Has.Some.Contains(expected));

    [TestCase("{ name: a, kind: lamp_fails, match: lampe, at_s: 1 }", "events[0].match: no lamp of the scene matches 'lampe'")]
    [TestCase("{ name: a, kind: friction, match: flor_1, friction: 0, at_s: 1 }", "events[0].match: no object of the scene matches 'flor_1'")]
    [TestCase("{ name: a, kind: push, match: floor_1, impulse_n_s: 1, direction: [0, 1, 0], at_s: 1 }", "events[0].match: 'floor_1' does not move by forces")]
    [TestCase("{ name: a, kind: drop, match: ball_1, at_s: 1 }", "events[0].match: nothing holds 'ball_1'")]
    [TestCase("{ name: a, kind: obstacle, match: ball_1, at_s: 1 }", "events[0].match: 'ball_1' does not travel")]
    public void What_Cannot_Happen_To_The_Scene_Is_Told(string one, string expected)
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With($"physics: {{ backend: ode, bodies: [{{ match: ball_1, motion: dynamic }}] }}\nevents: [ {one} ]").Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));

        Assert.That(SceneBinding.Of(scenario, s_lab.Value).Errors.Select(error => error.ToString()), Has.Some.Contains(expected));
    }

    [Test]
    public void A_Draw_That_Means_Nothing_For_The_Kind_Is_Told()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("events: [ { name: dark, kind: lamp_fails, match: \"*\", at_s: 1 } ]\ncousins: { vary: { events.dark.friction: [0.1, 0.2] } }").Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));

        Assert.That(SceneBinding.Of(scenario, s_lab.Value).Errors.Select(error => error.ToString()), Has.One.Contains("the event 'dark' has no friction; expected one of at_s"));
    }
}
