using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Hosting;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Gltf;

namespace SensorSim.UnitTests.Runs;

/// <summary>What of a file plays and shows is chosen by name, and a name that is not there is an error with the names that are.</summary>
public sealed class PlanChoicesTests
{
    private string _scene = "";

    [OneTimeSetUp]
    public void WriteScene()
    {
        TestGltf gltf = TestGltf.Triangle()
            .Set("materials", """[{"name":"wood"},{"name":"steel"}]""")
            .Set("extensions", """{"KHR_materials_variants":{"variants":[{"name":"old"},{"name":"new"}]}}""")
            .Edit("meshes[0].primitives[0].material", "0")
            .Edit("meshes[0].primitives[0].extensions", """{"KHR_materials_variants":{"mappings":[{"material":1,"variants":[1]}]}}""");
        int times = gltf.Accessor("SCALAR", [0f, 1f]), places = gltf.Accessor("VEC3", [System.Numerics.Vector3.Zero, System.Numerics.Vector3.UnitX]);
        foreach (string name in (string[])["Walk", "Run"])
        {
            gltf.With("animations", $$$$"""{"name":"{{{{name}}}}","channels":[{"sampler":0,"target":{"node":0,"path":"translation"}}],"samplers":[{"input":{{{{times}}}},"output":{{{{places}}}}}]}""");
        }

        _scene = Path.Combine(Directory.CreateTempSubdirectory("sensorsim-choices-").FullName, "scene.glb");
        File.WriteAllBytes(_scene, gltf.Glb());
    }

    [OneTimeTearDown]
    public void DeleteScene() => Directory.Delete(Path.GetDirectoryName(_scene)!, recursive: true);

    [Test]
    public void Variant_And_Animation_AreTheChosenOnes()
    {
        RunPlan plan = Plan(request => request with { Variant = "new", Animation = "Run", Episode = new(2, 4, 0.5) });
        Assert.That(plan.Scene.Scene.Meshes[0].Primitives[0].Material, Is.EqualTo(1));
        Assert.That(plan.Cousins.Sample(0).At(plan.Scenario.Episode.TimeOf(1)).NodeToWorld[0].Translation.X, Is.EqualTo(0.75).Within(1e-6));
        Assert.That(Plan(request => request with { Animation = "none" }).Cousins.Sample(0).Motion!.Moves, Is.False);
    }

    [Test]
    public void LabelsOfTheCommandLine_StandForTheScenarios()
    {
        string scenario = Scenario("noiseless", "", "labels: [rgb, noise_variance]");
        var planner = new RunPlanner(SensorBench.Catalog);
        var request = new RunRequest { ScenarioPath = scenario };

        Assert.That(() => planner.Plan(request), Throws.TypeOf<ScenarioException>().With.Message.Contains("leave the label noise_variance out"));
        Assert.That(planner.Plan(request with { Labels = LabelSet.Rgb }).Labels, Is.EqualTo(LabelSet.Rgb));
    }

    [Test]
    public void PointsOfAMosaic_AreRefused()
    {
        string scenario = Scenario("mosaic", ", output: raw, exposure: { f_number: 2, time_s: 0.01, iso: 100 }, sensor: [ { profile: imx219 } ]", "labels: [rgb, points]");

        Assert.That(() => new RunPlanner(SensorBench.Catalog).Plan(new RunRequest { ScenarioPath = scenario }), Throws.TypeOf<ScenarioException>().With.Message.Contains("Leave the label points out"));
    }

    [TestCase("}, rules: [ { require: { parameters.a: { above: 0.5 } } } ]", Description = "by rules")]
    [TestCase(", parameters.b: { uniform: [0, 1] } }, correlated: [ { draws: [parameters.a, parameters.b], correlation: 0.5 } ]", Description = "by a correlation")]
    [TestCase(", parameters.b: { when: [ { if: { parameters.a: { above: 0.5 } }, use: 1 } ], else: 2 } }", Description = "by another draw")]
    public void ADrawThatCannotBeRead_IsNotMissedElsewhereToo(string rest)
    {
        string scenario = Scenario("misread", "", $"cousins: {{ count: 3, vary: {{ parameters.a: {{ log_uniform: [1, 0.1] }}{rest} }}");

        ScenarioException told = Assert.Throws<ScenarioException>(() => new RunPlanner(SensorBench.Catalog).Plan(new RunRequest { ScenarioPath = scenario }))!;
        Assert.That(told.Errors.Select(error => error.Key), Is.EqualTo(new[] { "cousins.vary[\"parameters.a\"].log_uniform" }));
    }

    [Test]
    public void RulesThatLeaveNothing_AreKnownBeforeTheRun()
    {
        string scenario = Scenario("starved", "", "cousins: { count: 3, vary: { parameters.a: { uniform: [0, 1] } }, rules: [ { require: { parameters.a: { above: 0.9999999 } } } ] }");
        var planner = new RunPlanner(SensorBench.Catalog);

        Assert.That(() => planner.Plan(new RunRequest { ScenarioPath = scenario }), Throws.TypeOf<ScenarioException>().With.Message.Contains("cousins.rules[0]: sample 0 found nothing that it allows in 1000 attempts"));
    }

    [Test]
    public void UnknownNames_AreErrorsWithTheKnownOnes()
    {
        Assert.That(
            () => Plan(request => request with { Variant = "nev", Animation = "Wlak" }),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("no variant of the scene matches 'nev'; expected one of old, new; did you mean 'new'?")
                .And.Message.Contains("no animation of the scene matches 'Wlak'; expected one of Walk, Run; did you mean 'Walk'?"));
    }

    [Test]
    public void LightOfTheOrbit_IsTheRequests()
    {
        string folder = Path.GetDirectoryName(_scene)!, hdr = Path.Combine(folder, "sky.hdr");
        File.WriteAllBytes(hdr, [.. "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 2\n"u8, 128, 128, 128, 129, 64, 64, 64, 129]);
        RunPlan plan = Plan(request => request with { Environment = new(hdr, 3, 45) { AmbientOcclusion = new(0.2) }, EmissiveLights = true });
        Assert.That(plan.Cousins.Sample(0).Environment, Is.EqualTo(new EnvironmentLight("sky.hdr", 3, 45) { AmbientOcclusion = new(0.2) }));
        Assert.That(plan.Cousins.Sample(0).EmissiveLights, Is.True);
        Assert.That(plan.EnvironmentImage, Is.Not.Null);
        Assert.That(plan.Assets, Contains.Key("sky.hdr"));
        Assert.That(
            () => Plan(request => request with { Environment = new("nothing.hdr", 1, 0) }), Throws.TypeOf<ScenarioException>().With.Message.Contains("nothing.hdr"));
    }

    [Test]
    public void ALensThatCannotShowTheOrbit_IsAnErrorOfTheRequest()
    {
        Assert.That(
            () => Plan(request => request with { Sensors = [Sensor("lens.brown-conrady", ("k1", -5))] }),
            Throws.TypeOf<RequestException>().With.Message.Contains("--sensor lens.brown-conrady").And.Message.Contains("cannot show the 51.8 degrees").And.Message.Contains("Choose other coefficients"));
        Assert.That(Plan(request => request with { Sensors = [Sensor("lens.brown-conrady", ("k1", -0.1))] }).Cameras[0].Settings.HorizontalFieldOfViewDegrees, Is.EqualTo(51.78).Within(0.01));
    }

    [TestCase(null, null, 640, 320)]
    [TestCase(1024, null, 1024, 512)]
    [TestCase(null, 100, 200, 100)]
    [TestCase(300, 200, 300, 200)]
    public void APanoramaOfTheOrbit_SeesAllAround(int? width, int? height, int expectedWidth, int expectedHeight)
    {
        CameraPlan camera = Plan(request => request with { Width = width, Height = height, Sensors = [Sensor("lens.equirectangular")] }).Cameras[0];
        CameraIntrinsics intrinsics = ImageScale.Of(camera.Settings, inScene: null, camera.Projection);
        Assert.That((intrinsics.Width, intrinsics.Height), Is.EqualTo((expectedWidth, expectedHeight)));
        Assert.That(intrinsics.Fx * Math.Tau, Is.EqualTo(expectedWidth).Within(1e-9), "pixels for 360 degrees");
    }

    [TestCase("lens.kanala", "Did you mean \"lens.kannala-brandt\"?")]
    [TestCase("something.else", "isp.*, lens.*, optics.*")]
    public void AnUnknownStage_IsToldWithLensesToo(string id, string hint) =>
        Assert.That(() => Plan(request => request with { Sensors = [Sensor(id)] }), Throws.TypeOf<SensorChainException>().With.Message.Contains(hint));

    private static PluginUse Sensor(string id, params (string Name, double Value)[] parameters) =>
        new(id, parameters.ToDictionary(p => p.Name, p => (JsonNode?)JsonValue.Create(p.Value), StringComparer.Ordinal));

    private string Scenario(string name, string camera, string more)
    {
        string scenario = Path.Combine(Path.GetDirectoryName(_scene)!, $"{name}.yaml");
        File.WriteAllText(scenario, $$"""
            scenario: {{name}}
            version: 1.0.0
            intent: { failure_mode: a, intended_use: [train], artifact_risk: b, real_probe: c, discard_if: d }
            scene: scene.glb
            cameras: [ { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1, 3], look_at: [0, 1, 0] }{{camera}} } ]
            {{more}}
            """);
        return scenario;
    }

    private RunPlan Plan(Func<RunRequest, RunRequest> change) =>
        new RunPlanner(SensorBench.Catalog).Plan(change(new() { ScenePath = _scene }));
}
