using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.UnitTests.Cousins.Placement;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Coverage;

/// <summary>A plan has the samples that the run will have: after placement, affordances and cameras refused what they refuse.</summary>
[TestFixture]
public sealed class SamplePlanTests
{
    // A nut is put into a bin, a lid may be over it, and the camera must see it whichever way it is turned.
    private const string Rest = """
        affordances: [{ object: bin, kind: container }]
        cousins:
          rules: [ { forbid: { parameters.p: 1, parameters.q: 1 } } ]
          vary:
            parameters.p: [1, 2]
            parameters.q: [1, 2]
            objects.lid.offset_x_m: { uniform: [-0.6, 0.6] }
            objects.nut_1.pose: { fill: bin }
            cameras.front.yaw_deg: { uniform: [-60, 60] }
        """;

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(2024UL)]
    public void APlan_HasTheDrawsOfTheRun(ulong seed)
    {
        CousinSampler run = Sampler(seed), other = Sampler(seed);

        SamplePlan plan = SamplePlan.Of(other, 40, 1, seed);

        SceneInstance[] cousins = [.. Enumerable.Range(0, 40).Select(i => run.Sample(i))];
        Assert.That(plan.Samples.Select(Text), Is.EqualTo(cousins.Select(cousin => Text(cousin.Draws))));
        Assert.That(plan.Samples.Select(sample => sample.Redrawn), Is.EqualTo(cousins.Select(cousin => cousin.Redrawn)));
        Assert.That(plan.Samples.Select(sample => sample.Drawn.Bins), Is.EqualTo(cousins.Select(cousin => run.Space.BinsOf(ValuesOf(run, cousin)))));
        Assert.That(plan.Samples.Count(sample => DrawnOnly(other, sample.Draws) != Text(First(other, sample.Drawn.Index))), Is.GreaterThan(8), "the first draws are others");
        Assert.That(plan.Samples.SelectMany(sample => sample.Redrawn.Keys).Distinct(StringComparer.Ordinal), Is.EquivalentTo(new[] { "affordance bin container", "camera front does not see its target" }));
    }

    [Test]
    public void RulesBrokenOnTheWay_AreAllCounted()
    {
        SamplePlan plan = SamplePlan.Of(Sampler(1), 60, 1, 1);

        // A quarter of all attempts breaks the rule; those whose cousins were refused are attempts too.
        int refusedCousins = plan.Samples.Sum(sample => sample.Redrawn.Values.Sum()), broken = plan.Samples.Sum(sample => sample.Drawn.BrokenRules.Count);
        Assert.That(broken / (double)(60 + refusedCousins + broken), Is.EqualTo(0.25).Within(0.12));
        Assert.That(refusedCousins, Is.GreaterThan(20));
    }

    [Test]
    public void WhatLeavesTooLittle_IsTheErrorOfTheFirstSample()
    {
        CousinSampler sampler = Sampler(1, Rest.Replace("uniform: [-0.6, 0.6]", "uniform: [-0.01, 0.01]", StringComparison.Ordinal));

        Assert.That(() => SamplePlan.Of(sampler, 20, 1, 1), Throws.TypeOf<ScenarioException>().With.Message.Contains("affordances[0]: 'bin' hardly ever remains a container: sample 0 was drawn 100 times"));
        Assert.That(() => sampler.RequireDrawable(20), Throws.TypeOf<ScenarioException>(), "and known before a run");
    }

    private static CousinSampler Sampler(ulong seed, string rest = Rest)
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With(rest));
        CameraSettings camera = scenario.Cameras[0] with { Validity = new() { Target = "bin", VisibleShare = 0.3 } };
        Scene scene = new SolidScene()
            .Add("bin", Solid.Bin, Matrix4x4d.Identity)
            .Add("lid", new(ConvexPart.Box(new(0, 0, 0), new(0.3, 0.02, 0.25))), Matrix4x4d.FromTranslation(new(0, 0.25, 0)))
            .AddMany("nut", 1, Solid.Nut)
            .ToScene();
        CousinSampler? sampler = null;
        var rule = new CameraRule(camera, new MeshTrees(scene), cousin => CameraPlacement.Of(CameraVariation.Of(camera, cousin.Draws), cousin), index => sampler!.Sample(index));
        return sampler = new(scenario, scene, seed) { Rules = [rule] };
    }

    private static Dictionary<string, JsonNode?> First(CousinSampler sampler, long index)
    {
        IReadOnlyDictionary<string, JsonValue> values = sampler.Draw(index).Values;
        return sampler.Space.Draws.ToDictionary(draw => draw.Name, draw => (JsonNode?)values[draw.Name], StringComparer.Ordinal);
    }

    private static string DrawnOnly(CousinSampler sampler, IReadOnlyDictionary<string, JsonNode?> draws) =>
        Text(sampler.Space.Draws.ToDictionary(draw => draw.Name, draw => draws[draw.Name], StringComparer.Ordinal));

    private static Dictionary<string, JsonValue> ValuesOf(CousinSampler sampler, SceneInstance cousin) =>
        sampler.Space.Draws.ToDictionary(draw => draw.Name, draw => (JsonValue)cousin.Draws[draw.Name]!, StringComparer.Ordinal);

    private static string Text(PlannedSample sample) => Text(sample.Draws);

    private static string Text(IReadOnlyDictionary<string, JsonNode?> draws) => string.Join('\n', draws.Select(draw => $"{draw.Key}={draw.Value!.ToJsonString()}"));
}
