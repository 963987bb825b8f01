using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Plugins;

/// <summary>Plugins that are a manifest and a GLSL file: through the same door, with the same errors.</summary>
public sealed class GlslPluginTests
{
    private string _folder = "";

    private string Manifest => Path.Combine(_folder, "plugin.json");

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-glsl-").FullName;
        File.WriteAllText(Path.Combine(_folder, "tint.glsl"), "");
        File.WriteAllText(Manifest, """
            { "id": "test.tint", "version": "0.1.0", "kind": "sensor", "contract": ">=2.0 <3.0", "shader": "tint.glsl",
              "stage": { "type": "neighbourhood", "input": "raw_dn", "output": "linear_rgb", "input_layout": "mosaic", "output_layout": "rgb", "passes": 2, "may_repeat": false,
                         "range": { "black_level": 0, "white_level": 1 }, "slope": 0.5 },
              "parameters": [ { "name": "sigma_px", "unit": "px", "min": 0, "max": 9, "default": 1.5, "description": "Width" },
                              { "name": "taps", "type": "integer", "min": 1, "default": 3, "description": "Taps" },
                              { "name": "clamps", "type": "flag", "default": true, "description": "Clamps" },
                              { "name": "shape", "type": "choice", "choices": ["round_hole", "square"], "default": "square", "description": "Shape" } ] }
            """);
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TheStageIsWhatTheManifestDeclares()
    {
        var stage = (SensorStage)Plugin().Instance;

        Assert.That((stage.Input, stage.Output, stage.InputLayout, stage.OutputLayout), Is.EqualTo((SignalDomain.RawDn, SignalDomain.LinearRgb, SampleLayout.Mosaic, SampleLayout.Rgb)));
        Assert.That((stage.MayRepeat, stage.HasReference, ((INeighbourhoodStage)stage).Passes, ((INeighbourhoodStage)stage).ReadsInput), Is.EqualTo((false, false, 2, false)));
        Assert.That(stage.RangeOf(new ParameterValues(), 100, SignalRange.Unlimited), Is.EqualTo(SignalRange.Unit));
        Assert.That(stage.SlopeOf(new ParameterValues(), 100, SignalRange.Unlimited), Is.EqualTo(0.5));
    }

    [Test]
    public void ItsParameters_AreBoundCheckedAndRecordedLikeOthers()
    {
        ParameterSchema schema = Plugin().Schema;
        ParameterBinding binding = schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["taps"] = 5, ["shape"] = "round_hole" });

        Assert.That(
            schema.ValuesOf(binding.Parameters!).Select(value => $"{value.Key}={value.Value!.ToJsonString()}"),
            Is.EqualTo(["clamps=true", "shape=\"round_hole\"", "sigma_px=1.5", "taps=5"]));
        Assert.That(schema.Parameters.Select(parameter => $"{parameter.Name} {parameter.Type} {parameter.Default.ToJsonString()}"), Is.EqualTo(
            ["sigma_px Number 1.5", "taps Integer 3", "clamps Flag true", "shape Choice \"square\""]));
        Assert.That(
            schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["sigma_xp"] = 1, ["taps"] = 0.5, ["shape"] = "oval" }).Errors.Select(error => error.Key),
            Is.EqualTo(["sigma_xp", "taps", "shape"]));
    }

    [TestCase("sample", "", typeof(ISampleStage))]
    [TestCase("pointwise", "", typeof(IPointwiseStage))]
    [TestCase("multipass", ", \"passes\": 3", typeof(INeighbourhoodStage))]
    [TestCase("mosaic", ", \"filters\": [\"red\", \"green\", \"green\", \"clear\"]", typeof(IMosaicStage))]
    public void EachContract_HasItsStage(string type, string more, Type contract)
    {
        JsonObject manifest = Read();
        manifest["stage"] = JsonNode.Parse($$"""{ "type": "{{type}}", "input": "mean_electrons", "output": "mean_electrons"{{more}} }""");
        File.WriteAllText(Manifest, manifest.ToJsonString());

        Plugin instance = Plugin().Instance;

        Assert.That(instance, Is.InstanceOf(contract));
        if (instance is IMosaicStage mosaic) Assert.That(mosaic.FiltersOf(new ParameterValues()).BottomRight, Is.EqualTo(FilterColor.Clear));
    }

    [TestCase("$.stage", "null", "$.stage: an object is expected")]
    [TestCase("$.stage.type", "\"pointwize\"", "$.stage.type: \"pointwize\" is none of sample, pointwise, mosaic, neighbourhood, multipass. Did you mean \"pointwise\"?")]
    [TestCase("$.stage.input", "\"raw\"", "$.stage.input: \"raw\" is none of radiance_layers, ")]
    [TestCase("$.stage.passes", "0", "$.stage.passes: a whole number from 1 to 64 is expected here, not 0.")]
    [TestCase("$.stage.filters", "[]", "$.stage.filters: there is no such key.")]
    [TestCase("$.stage.range", "{ \"black\": 0 }", "$.stage.range.black: there is no such key. Did you mean \"black_level\"?")]
    [TestCase("$.stage.slope", "\"1\"", "$.stage.slope: a number is expected here, not \"1\".")]
    [TestCase("$.parameters[0].name", "\"sigmaPx\"", "$.parameters[0].name: a name in snake_case")]
    [TestCase("$.parameters[0].name", "\"enabled\"", "$.parameters[0].name: \"enabled\" means something else")]
    [TestCase("$.parameters[0].default", "10", "$.parameters[0].default: 10 is not within min and max.")]
    [TestCase("$.parameters[0].doc", "\"\"", "$.parameters[0].doc: there is no such key.")]
    [TestCase("$.parameters[1].name", "\"sigma_px\"", "$.parameters[1].name: there are two parameters \"sigma_px\".")]
    [TestCase("$.parameters[2].default", "1", "$.parameters[2].default: true or false is expected here, not 1.")]
    [TestCase("$.parameters[3].default", "\"oval\"", "$.parameters[3].default: \"oval\" is none of round_hole, square.")]
    [TestCase("$.parameters[3].choices", "[]", "$.parameters[3].choices: a list of different names")]
    [TestCase("$.kind", "\"lens\"", "$.kind: \"lens\" needs C#")]
    [TestCase("$.shader", "\"../tint.glsl\"", "Its shader ../tint.glsl is not in the folder")]
    [TestCase("$.contract", "\">=9.0\"", "this program has 2.5")]
    public void AWrongManifest_IsNamedWithTheJsonPath(string path, string value, string problem)
    {
        JsonObject manifest = Read();
        Set(manifest, path, JsonNode.Parse(value));
        File.WriteAllText(Manifest, manifest.ToJsonString());

        Assert.That(PluginCatalog.Load([_folder]).Problems.Single().Message, Does.Contain(problem));
    }

    private static void Set(JsonObject root, string path, JsonNode? value)
    {
        string[] keys = [.. path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1)];
        JsonNode parent = keys[..^1].Aggregate((JsonNode)root, (node, key) => key[0] == '[' ? node[int.Parse(key[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!);
        parent[keys[^1]] = value;
    }

    private JsonObject Read() => JsonNode.Parse(File.ReadAllText(Manifest))!.AsObject();

    private InstalledPlugin Plugin()
    {
        var catalog = PluginCatalog.Load([_folder]);
        Assert.That(catalog.Problems, Is.Empty);
        return catalog.Plugins["test.tint"];
    }
}
