using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Cousins.Placement;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins.Affordances;

/// <summary>What objects allow in the twin is kept in every cousin.</summary>
public sealed class AffordanceTests
{
    private static readonly Solid _lid = new(ConvexPart.Box(new(0, 0, 0), new(0.3, 0.02, 0.25)));

    /// <summary>A bin with a part in it, a lid beside it, and a crate that has a handle on its right.</summary>
    private static Scene Create(string? extras = null)
    {
        Scene scene = new SolidScene()
            .Add("bin", Solid.Bin, Matrix4x4d.Identity)
            .Add("rod", Solid.Rod, Matrix4x4d.FromTranslation(new(0, 0.1, 0)))
            .Add("lid", _lid, Matrix4x4d.FromTranslation(new(0, 0.25, 0)))
            .Add("crate", new(ConvexPart.Box(new(0, 0.1, 0), new(0.2, 0.2, 0.2))), Matrix4x4d.FromTranslation(new(1, 0, 0)))
            .Add("post", new(ConvexPart.Box(new(0, 0.5, 0), new(0.1, 1, 0.1))), Matrix4x4d.FromTranslation(new(1.3, 0, 0)))
            .ToScene();
        return extras is null ? scene : scene with { Nodes = [scene.Nodes[0] with { Extras = new() { ["affordances"] = JsonNode.Parse(extras) } }, .. scene.Nodes.Skip(1)] };
    }

    private static CousinSampler Sampler(string affordances, string vary, Scene? scene = null) =>
        new(ScenarioText.Valid(ScenarioText.With($"affordances: [{affordances}]\ncousins: {{ vary: {{ {vary} }} }}")), scene ?? Create(), 1);

    [Test]
    public void A_Container_Under_A_Lid_Is_Drawn_Again_And_Counted()
    {
        CousinSampler sampler = Sampler("{ object: bin, kind: container }", "objects.lid.offset_x_m: { uniform: [-1, 1] }");
        int redrawn = 0;
        for (int i = 0; i < 200; i++)
        {
            SceneInstance cousin = sampler.Sample(i);
            double beside = Math.Abs((double)cousin.Draws["objects.lid.offset_x_m"]!);
            Assert.That(beside, Is.GreaterThan(0.2), "a fifth of the mouth may be covered");
            Assert.That(cousin.Redrawn.Keys, Is.SubsetOf(new[] { "affordance bin container" }));
            redrawn += cousin.Redrawn.Values.Sum();
        }

        Assert.That(redrawn / 200.0, Is.EqualTo(0.25 / 0.75).Within(0.12), "a quarter of the draws cover it");
    }

    [Test]
    public void What_Lies_Inside_Does_Not_Close_A_Container_And_A_Shelf_Far_Above_Does_Not_Either()
    {
        CousinSampler sampler = Sampler("{ object: bin, kind: container, clear_above_m: 0.05, open_share: 1 }", "parameters.a: 1");

        Assert.That(sampler.Sample(0).Redrawn, Is.Empty);
        Assert.Throws<ScenarioException>(() => Sampler("{ object: bin, kind: container, clear_above_m: 0.1, open_share: 1 }", "parameters.a: 1").Sample(0));
    }

    [TestCase("{ object: crate, kind: support, min_area_m2: 0.03 }", true)]
    [TestCase("{ object: crate, kind: handle, at: [0.1, 0.1, 0], approach: [1, 0, 0], clearance_m: 0.1 }", true)]
    [TestCase("{ object: crate, kind: handle, at: [0.1, 0.1, 0], approach: [1, 0, 0], clearance_m: 0.2 }", false)]
    [TestCase("{ object: crate, kind: handle, at: [0.1, 0.1, 0], approach: [0, 0, 1], clearance_m: 0.5 }", true)]
    [TestCase("{ object: crate, kind: handle, at: [0.1, 0.1, 0], approach: [0, 0, 1], reach_from: [1.1, 0.1, 1], max_m: 1.01, min_m: 0.9 }", true)]
    [TestCase("{ object: crate, kind: handle, at: [0.1, 0.1, 0], approach: [0, 0, 1], reach_from: [1.1, 0.1, 1], max_m: 0.9 }", false)]
    [TestCase("{ object: crate, kind: handle, approach: [0, 1, 0], reach_from: front, min_m: 3.4, max_m: 3.5 }", true)]
    [TestCase("{ object: crate, kind: handle, approach: [0, 1, 0], reach_from: front, max_m: 3.3 }", false)]
    public void An_Affordance_Is_Kept_As_Its_Limits_Say(string affordance, bool isKept)
    {
        CousinSampler sampler = Sampler(affordance, "parameters.a: 1");

        if (isKept)
        {
            Assert.That(sampler.Sample(0).Redrawn, Is.Empty);
        }
        else
        {
            ScenarioException error = Assert.Throws<ScenarioException>(() => sampler.Sample(0))!;
            Assert.That(error.Message, Does.Contain("aisle.yaml:12").And.Contain("affordances[0]: the twin itself, before anything is drawn, has 'crate' as no such handle").And.Contain("affordance crate handle: 100"));
        }
    }

    [Test]
    public void What_Only_Draws_Take_Away_Is_Told_As_Such()
    {
        CousinSampler sampler = Sampler("{ object: crate, kind: handle, approach: [0, 1, 0], reach_from: front, max_m: 3.5 }", "objects.crate.offset_x_m: { uniform: [5, 6] }");

        Assert.That(Assert.Throws<ScenarioException>(() => sampler.Sample(0))!.Message, Does.Contain("affordances[0]: 'crate' hardly ever remains a handle").And.Not.Contain("twin"));
    }

    // The camera stands at z = 3 and comes nearer by what it draws: reach is the sample's, not that of the scenario.
    [Test]
    public void Reach_From_A_Camera_Follows_What_The_Camera_Draws()
    {
        CousinSampler sampler = Sampler("{ object: crate, kind: handle, approach: [0, 1, 0], reach_from: front, max_m: 3 }", "cameras.front.offset_z_m: { uniform: [-1.5, 0.5] }");

        Vector3d[] eyes = [.. Enumerable.Range(0, 60).Select(i => new Vector3d(0, 1.4, 3 + (double)sampler.Sample(i).Draws["cameras.front.offset_z_m"]!))];

        Assert.That(eyes.Select(eye => (eye - new Vector3d(1, 0.1, 0)).Length), Has.All.LessThanOrEqualTo(3));
        Assert.That(eyes.Max(eye => eye.Z), Is.GreaterThan(2.3), "most of what is allowed is kept");
        Assert.That(Enumerable.Range(0, 60).Sum(i => sampler.Sample(i).Redrawn.GetValueOrDefault("affordance crate handle")), Is.GreaterThan(20));
    }

    // A pinhole cannot have the field of view; the handle is in reach whatever the lens.
    [Test]
    public void Reach_From_A_Camera_Does_Not_Ask_For_Its_Lens()
    {
        string yaml = ScenarioText.With("affordances: [{ object: crate, kind: handle, approach: [0, 1, 0], reach_from: front, min_m: 3.4, max_m: 3.5 }]").Replace("hfov_deg: 69", "hfov_deg: 190, sensor: [{ use: lens.any }]", StringComparison.Ordinal);

        Assert.That(new CousinSampler(ScenarioText.Valid(yaml), Create(), 1).Sample(0).Redrawn, Is.Empty);
    }

    [Test]
    public void A_Support_That_Lies_Tilted_Is_None()
    {
        SolidScene scene = new SolidScene().Add("table", new(ConvexPart.Box(new(0, 0.79, 0), new(2, 0.02, 2))), Matrix4x4d.Identity).Add("board", Solid.Plate, Matrix4x4d.Identity).AddMany("nut", 3, Solid.Nut);
        string vary = "\"objects.nut_*.pose\": { scatter_on: table }, objects.board.pose: { scatter_on: table, upright: false }";
        CousinSampler sampler = new(ScenarioText.Valid(ScenarioText.With($"affordances: [{{ object: board, kind: support, max_tilt_deg: 1 }}]\ncousins: {{ vary: {{ {vary} }} }}")), scene.ToScene(), 1);
        for (int i = 0; i < 10; i++)
        {
            Matrix4x4d board = sampler.Sample(i).NodeToWorld[1];
            Assert.That(Math.Abs(board.ColumnY.Y), Is.GreaterThan(Math.Cos(1.01 * Math.PI / 180)).Or.LessThan(0.5), "flat, or standing on an edge");
        }
    }

    [Test]
    public void The_Scene_Itself_May_Say_What_It_Allows()
    {
        CousinSampler sampler = Sampler("", "objects.lid.offset_x_m: [0, 0.6]", Create("[{ \"kind\": \"container\" }]"));

        Assert.That(Enumerable.Range(0, 20).Select(i => (double)sampler.Sample(i).Draws["objects.lid.offset_x_m"]!), Has.All.EqualTo(0.6));
        Assert.That(Enumerable.Range(0, 20).Sum(i => sampler.Sample(i).Redrawn.Values.Sum()), Is.GreaterThan(0));
    }

    [TestCase("[{ \"kind\": \"bucket\" }]", "aisle.glb: nodes[0].extras.affordances[0].kind: ")]
    [TestCase("[{ \"kind\": \"container\", \"min_area_m2\": 1 }]", "aisle.glb: nodes[0].extras.affordances[0].min_area_m2: the key is unknown")]
    [TestCase("{ \"kind\": \"container\" }", "aisle.glb: nodes[0].extras.affordances: ")]
    [TestCase("[7]", "aisle.glb: nodes[0].extras.affordances[0]: ")]
    public void Wrong_Extras_Are_An_Error_With_The_Path(string extras, string expected)
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With(""));

        Assert.That(SceneBinding.Of(scenario, Create(extras)).Errors.Select(ScenarioText.Line), Has.Some.StartsWith(expected));
    }

    [TestCase("{ object: bni, kind: container }", "affordances[0].object: no object of the scene matches 'bni'; expected one of bin, rod, lid, crate, post; did you mean 'bin'?")]
    [TestCase("{ object: crate, kind: container }", "'crate' is not open above in the scene itself")]
    [TestCase("{ object: crate, kind: support, min_area_m2: 1 }", "'crate' has 0.04 m² of level top in the scene itself")]
    [TestCase("{ object: crate, kind: handle, reach_from: frnt }", "no camera is called 'frnt'; expected a point [x, y, z], or one of front; did you mean 'front'?")]
    public void What_The_Scene_Does_Not_Have_Is_An_Error(string affordance, string expected)
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With($"affordances: [{affordance}]"));

        Assert.That(SceneBinding.Of(scenario, Create()).Errors.Select(ScenarioText.Line), Has.Some.Contains(expected));
    }

    [TestCase("{ object: bin, kind: lid }", "affordances[0].kind: ")]
    [TestCase("{ object: bin }", "affordances[0].kind: the key is missing")]
    [TestCase("{ object: bin, kind: support, open_share: 0.5 }", "affordances[0].open_share: the key is unknown")]
    [TestCase("{ object: bin, kind: handle, max_m: 1 }", "affordances[0].max_m: it means nothing without 'reach_from'")]
    [TestCase("{ object: bin, kind: handle, approach: [0, 0, 0] }", "affordances[0].approach: it has no direction")]
    [TestCase("{ object: bin, kind: handle, reach_from: [0, 0, 0], min_m: 2, max_m: 1 }", "affordances[0].max_m: it is below min_m")]
    public void What_A_Scenario_Says_Wrongly_Is_An_Error(string affordance, string expected)
    {
        Assert.That(ScenarioText.Errors(ScenarioText.With($"affordances: [{affordance}]")), Has.Some.Contains(expected));
    }
}
