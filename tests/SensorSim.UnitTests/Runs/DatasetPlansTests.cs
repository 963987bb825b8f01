using System.Reflection;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Gltf;

namespace SensorSim.UnitTests.Runs;

/// <summary>Runs whose pixels may differ have different plans, so that resuming and merging refuse to mix them.</summary>
public sealed class DatasetPlansTests
{
    private static readonly Dictionary<string, Func<RunRequest, RunRequest>> s_changes = new(StringComparer.Ordinal)
    {
        [nameof(RunRequest.ScenePath)] = request => request with { ScenePath = Path.Combine(Path.GetDirectoryName(request.ScenePath)!, "other", "scene.glb") },
        [nameof(RunRequest.Seed)] = request => request with { Seed = 7 },
        [nameof(RunRequest.Views)] = request => request with { Views = 9 },
        [nameof(RunRequest.ElevationDegrees)] = request => request with { ElevationDegrees = 16 },
        [nameof(RunRequest.Variant)] = request => request with { Variant = "new" },
        [nameof(RunRequest.Animation)] = request => request with { Animation = "none" },
        [nameof(RunRequest.Episode)] = request => request with { Episode = new(1, 30, 0.5) },
        [nameof(RunRequest.Environment)] = request => request with { Environment = request.Environment with { Intensity = 4 } },
        [nameof(RunRequest.EmissiveLights)] = request => request with { EmissiveLights = true },
        [nameof(RunRequest.Width)] = request => request with { Width = 641 },
        [nameof(RunRequest.Height)] = request => request with { Height = 481 },
        [nameof(RunRequest.Sensors)] = request => request with { Sensors = [Lens(0.02)] },
        [nameof(RunRequest.Labels)] = request => request with { Labels = LabelSet.Rgb },
        [nameof(RunRequest.Msaa)] = request => request with { Msaa = 1 },
        [nameof(RunRequest.DepthFile)] = request => request with { DepthFile = ImageFormat.Exr },
        [nameof(RunRequest.PictureFile)] = request => request with { PictureFile = ImageFormat.Jpeg },
    };

    // What belongs to runs of a scenario, and the part of a run that a folder holds, which datasets say apart from their plan.
    private static readonly string[] s_others = [nameof(RunRequest.LockPath), nameof(RunRequest.EvidencePath), nameof(RunRequest.ScenarioPath), nameof(RunRequest.ScenarioText), nameof(RunRequest.Overrides), nameof(RunRequest.Samples), nameof(RunRequest.Shard)];

    private string _folder = "";

    [OneTimeSetUp]
    public void WriteScenes()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-plans-").FullName;
        File.WriteAllBytes(Path.Combine(_folder, "scene.glb"), Scene().Glb());
        Directory.CreateDirectory(Path.Combine(_folder, "other"));
        File.WriteAllBytes(Path.Combine(_folder, "other", "scene.glb"), Scene().Edit("nodes[0].name", "\"moved\"").Glb());
    }

    [OneTimeTearDown]
    public void DeleteScenes() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void EveryPropertyOfARequest_BelongsToThePlan() => Assert.That(
        typeof(RunRequest).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name),
        Is.EquivalentTo(s_changes.Keys.Concat(s_others)), "a new property decides pixels: give a change of it that this test can try");

    [TestCaseSource(nameof(Properties))]
    public void AnotherValue_IsAnotherPlan(string property) => Assert.That(Digest(s_changes[property]), Is.Not.EqualTo(Digest(request => request)));

    [Test]
    public void LightAndLens_AreOtherPlansInEveryPart()
    {
        Func<RunRequest, RunRequest>[] requests =
        [
            request => request,
            request => request with { Environment = request.Environment with { RotationDegrees = 10 } },
            request => request with { Environment = request.Environment with { AmbientOcclusion = new(0.2) } },
            request => request with { Environment = request.Environment with { AmbientOcclusion = new(0.3) } },
            request => request with { Sensors = [Lens(0.02)] },
            request => request with { Sensors = [Lens(0.03)] },
            request => request with { Sensors = [Lens(0.03) with { Enabled = false }] },
        ];
        Assert.That(requests.Select(Digest), Is.Unique);
    }

    [Test]
    public void Lenses_AreListedWithTheSensor() => Assert.That(
        (string?)Of(request => request with { Sensors = [Lens(0.02)] }).Settings["cameras"]![0]!["sensor"]![0], Does.Match("^lens.kannala-brandt [0-9.]+ sha256:[0-9a-f]{64}$"));

    [Test]
    public void TheSameInOtherWords_IsTheSamePlan()
    {
        string usual = Digest(request => request);
        Assert.That(Digest(request => request with { Shard = new(2, 3) }), Is.EqualTo(usual));
        Assert.That(Digest(request => request with { Width = 640, Height = 480, Labels = LabelSet.Default, Samples = 1 }), Is.EqualTo(usual));
        Assert.That(Digest(request => request with { ScenePath = Path.Combine(_folder, "other", "..", "scene.glb") }), Is.EqualTo(usual));
        Assert.That(
            Digest(request => request with { Sensors = [Lens(0.02) with { Source = "--sensor one" }] }),
            Is.EqualTo(Digest(request => request with { Sensors = [Lens(0.02) with { Source = "--sensor another" }] })));
    }

    [Test]
    public void AModelThatDraftedTheScenario_IsNamed()
    {
        var drafted = new DraftProvenance("tiny", "http://localhost/v1", "a dim aisle", new('a', 64), new('b', 64), 2);
        RunPlan plan = PlanOf(request => request);

        Assert.That(DatasetPlans.Of(plan, "device", NoShaders).Settings.ContainsKey("drafted"), Is.False);
        Assert.That(
            DatasetPlans.Of(plan with { Scenario = plan.Scenario with { Drafted = drafted } }, "device", NoShaders).Settings["drafted"]!.ToJsonString(),
            Is.EqualTo($$"""{"model":"tiny","endpoint":"http://localhost/v1","prompt":"a dim aisle","prompt_sha256":"{{drafted.PromptSha256}}","response_sha256":"{{drafted.ResponseSha256}}","attempts":2}"""));
    }

    private static IEnumerable<string> Properties => s_changes.Keys;

    private static TestGltf Scene()
    {
        TestGltf gltf = TestGltf.Triangle()
            .Set("materials", """[{"name":"wood"},{"name":"steel"}]""")
            .Set("extensions", """{"KHR_materials_variants":{"variants":[{"name":"new"}]}}""")
            .Edit("meshes[0].primitives[0].material", "0")
            .Edit("meshes[0].primitives[0].extensions", """{"KHR_materials_variants":{"mappings":[{"material":1,"variants":[0]}]}}""");
        return gltf;
    }

    private static PluginUse Lens(double k1) => new("lens.kannala-brandt", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["k1"] = k1 });

    private string Digest(Func<RunRequest, RunRequest> change) => Of(change).Sha256();

    private static Dictionary<string, string> NoShaders => new(StringComparer.Ordinal);

    private DatasetPlan Of(Func<RunRequest, RunRequest> change) => DatasetPlans.Of(PlanOf(change), "test device 1.0", NoShaders);

    private RunPlan PlanOf(Func<RunRequest, RunRequest> change) =>
        new RunPlanner(SensorBench.Catalog).Plan(change(new() { ScenePath = Path.Combine(_folder, "scene.glb") }));
}
