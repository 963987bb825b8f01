using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>The published JSON Schema against the reader and against a validator that others wrote.</summary>
[TestFixture]
public sealed class ScenarioSchemaTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly PluginCatalog s_catalog = SensorBench.Catalog;
    private static readonly JsonObject s_schema = ScenarioSchema.Document(PluginUseSchema.Definitions(s_catalog));

    private static readonly string[] s_wrong =
    [
        "labls: [rgb]", "schema_version: 2", "variant: [a]", "animation: {}", "environment: studio", "environment: { intensity: 1 }",
        "environment: { hdr: a.hdr, intensity: -1 }", "environment: { hdr: a.hdr, ambient_occlusion: { radius_m: 0 } }", "emissive_lights: maybe",
        "categories: { from: category }", "categories: { default: nodename }", "lights: { match: a }", "lights: [ { flicker: {} } ]", "lights: [ { match: a, mtach: b } ]",
        "lights: [ { match: a, radius_m: -1 } ]", "lights: [ { match: a, angular_diameter_deg: 100 } ]", "lights: [ { match: a, flicker: { use: light.manis } } ]",
        "lights: [ { match: a, flicker: { mains_hz: fast } } ]", "lights: [ { match: a, flicker: { mains_hz: 50, dutty: 1 } } ]", "lights: [ { match: a, flicker: { use: camera.noise } } ]",
        "lamps: [ { name: a, kind: point } ]", "lamps: [ { kind: point, intensity_cd: 1 } ]", "lamps: [ { name: a, kind: point, intensity_cd: 1, outer_deg: 20 } ]", "lamps: [ { name: a, kind: directional, intensity_cd: 1 } ]",
        "lamps: [ { name: a, kind: spot, intensity_cd: 1, look_at: [0, 1, 0], elevation_deg: 3 } ]", "lamps: [ { name: a, kind: spot, intensity_cd: 1, azimuth_deg: 3 } ]", "lamps: [ { name: a, kind: point, intensity_cd: 1, flicker: { use: light.manis } } ]",
        "cousins: { vary: { lights.a.flicker: [ { use: light.pwm, dutty: 1 } ] } }", "cousins: { vary: { lights.a.flicker: { uniform: [0, 1] } } }",
        "episode: {}", "episode: { steps: 3, duration_s: 1 }", "episode: { steps: 0 }", "episode: { steps: 1, frame_rate_hz: 0 }", "labels: [rgb, dept]", "labels: [rgb, rgb]", "labels: []",
        "labels: everything", "label_time: later", "physics: {}", "cousins: { count: 0 }", "cousins: { count: 2.5 }", "cousins: { seed: -1 }", "cousins: { strategy: random }",
        "cousins: { strategy: { covering_array: { strength: 9 } } }", "cousins: { strategy: { adaptive: {} } }", "cousins: { vary: { lamps.a.intensity: 1 } }", "cousins: { vary: { lights.intensity: 1 } }",
        "cousins: { vary: { objects.a.yaw: 1 } }", "cousins: { vary: { materials.a.roughness: 1.5 } }", "cousins: { vary: { materials.a.roughness: { normal: [0, 1] } } }",
        "cousins: { vary: { materials.a.color: red } }", "cousins: { vary: { parameters.p: { unifrom: [0, 1] } } }", "cousins: { vary: { parameters.p: { uniform: [0, 1, 2] } } }",
        "cousins: { vary: { parameters.p: { uniform: [0, 1], normal: [0, 1] } } }", "cousins: { vary: { parameters.p: [] } }", "cousins: { vary: { parameters.p: { uniform: [0, 1], bins: 0 } } }",
        "cousins: { vary: { parameters.p: { weights: [1] } } }", "cousins: { vary: { parameters.p: { when: [], els: 1 } } }", "cousins: { rules: [ {} ] }", "cousins: { rules: [ { forbid: { a: 1 }, require: { a: 1 } } ] }",
        "cousins: { rules: [ { forbid: { a: { abov: 1 } } } ] }", "cousins: { correlated: [ { draws: [a], correlation: 0.5 } ] }", "cousins: { correlated: [ { draws: [a, b], correlation: 2 } ] }",
    ];

    private static readonly (string Old, string New)[] s_wrongCameras =
    [
        ("width: 640", "width: 0"), ("width: 640", "widht: 640"), ("hfov_deg: 69", "hfov_deg: 400"), ("hfov_deg: 69", "hfov_deg: 60, fx: 500"), ("hfov_deg: 69", "fy: 500"), ("name: front", "name: a/b"),
        ("[0, 1, 0] }", "[0, 1] }"), ("[0, 1, 0] }", "[0, x, 0] }"), ("name: front,", "name: front, exposure: { f_number: 0, time_s: 1 },"), ("name: front,", "name: front, exposure: { f_number: 2 },"),
        ("name: front,", "name: front, focus: { distance_m: 1, focal_length_mm: 35 },"), ("name: front,", "name: front, output: jpeg,"), ("name: front,", "name: front, sensor: [ { sigma: 1 } ],"),
        ("name: front,", "name: front, sensor: [ { use: camera.niose } ],"), ("name: front,", "name: front, sensor: [ { use: camera.noise, read_noise_electrons: -1 } ],"),
        ("name: front,", "name: front, sensor: [ { use: camera.noise, gain: 2 } ],"), ("version: 1.0.0", "versoin: 1.0.0"), ("intended_use: [train, evaluate]", "intended_use: [sell]"), ("discard_if", "discard"),
    ];

    [Test]
    public void The_Published_Schema_Is_What_The_Program_Generates()
    {
        string published = File.ReadAllText(Repository.PathOf("docs", "scenario.schema.json"));

        Assert.That(s_schema.ToJsonString(s_indented) + "\n", Is.EqualTo(published), "Run: ./sensorsim scenarios schema > docs/scenario.schema.json");
    }

    [Test]
    public void Every_Example_Is_Accepted_By_The_Reader_And_By_The_Schema()
    {
        string folder = Directory.CreateTempSubdirectory("examples-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "base.yaml"), "labels: default");
            File.WriteAllText(Path.Combine(folder, "lux.csv"), "lux\n0.5\n0.75\n1\n");
            File.WriteAllText(Path.Combine(folder, "pick.csv"), "time_s,elbow\n0,0.5\n");
            (string Path, string Yaml)[] examples = [.. ScenarioExamples.All()];
            var refused = examples.Where(example => !IsOutOfRange(example.Path))
                .Select(example => (example.Path, example.Yaml, Errors: ScenarioReader.Read(Encoding.UTF8.GetBytes(example.Yaml), Path.Combine(folder, "own.yaml")).Errors))
                .Where(read => read.Errors.Count > 0).Select(read => $"{read.Path}: {read.Errors[0]} in {read.Yaml}");

            Assert.That(examples, Has.Length.GreaterThan(150));
            Assert.That(refused, Is.Empty);
            Assert.That(Refused(examples.Select(example => example.Yaml)), Is.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // One measured column cannot suit kelvins, degrees, speeds and shares at once.
        static bool IsOutOfRange(string path) => path.Contains(".empirical", StringComparison.Ordinal) && (path.Contains("color_temperature_k", StringComparison.Ordinal) || path.Contains("exposure.iso", StringComparison.Ordinal));
    }

    [Test]
    public void What_The_Reader_Accepts_The_Schema_Accepts()
    {
        string[] accepted = [.. ScenarioSeeds.All().Where(seed => IsAccepted(seed))];

        Assert.That(accepted, Has.Length.GreaterThan(10));
        Assert.That(Refused(accepted), Is.Empty);
    }

    [Test]
    public void What_Is_Wrong_Both_Refuse()
    {
        string[] wrong = [.. s_wrong.Select(ScenarioText.With), .. s_wrongCameras.Select(change => ScenarioText.With("").Replace(change.Old, change.New, StringComparison.Ordinal))];

        Assert.That(wrong.Where(IsAccepted), Is.Empty);
        IReadOnlyList<string?> problems = JsonSchemaValidator.Problems(s_schema, wrong.Select(YamlDocument.ToJson));
        Assert.That(wrong.Zip(problems).Where(pair => pair.Second is null).Select(pair => pair.First.Split('\n')[^1]), Is.Empty);
    }

    [Test]
    public void A_File_That_Extends_Another_Says_Only_What_Differs()
    {
        string[] right =
        [
            "extends: base.yaml", "extends: [a.yaml, b.yaml]\nscenario: own\nversion: 2\nenvironment: ~\ncousins: { count: 3, vary: { lights.*.intensity: ~ } }",
            "extends: a\ncameras: { front: { exposure: { time_s: 0.1 }, hfov_deg: ~ }, side: ~ }\nlights: { \"ceiling*\": { flicker: { mains_hz: 60 } } }",
        ];
        string[] wrong = ["extends: []", "extends: a\nlabls: all", "extends: a\ncameras: { front: { widht: 1 } }", "extends: a\nlights: { a: { flicker: { use: light.pmw } } }"];

        Assert.That(Refused(right), Is.Empty);
        Assert.That(JsonSchemaValidator.Problems(s_schema, wrong.Select(YamlDocument.ToJson)), Has.None.Null);
    }

    private static IEnumerable<string> Refused(IEnumerable<string> scenarios)
    {
        string[] all = [.. scenarios];
        return all.Zip(JsonSchemaValidator.Problems(s_schema, all.Select(YamlDocument.ToJson))).Where(pair => pair.Second is not null).Select(pair => $"{pair.Second} in {pair.First}");
    }

    private static bool IsAccepted(string yaml)
    {
        ScenarioReading reading = ScenarioText.Read(yaml);
        return reading.Scenario is not null && ScenarioPlugins.Check(reading, s_catalog).Count == 0;
    }
}
