using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

[TestFixture]
public sealed class ValidateTests
{
    private const string Valid = """
        scenario: two-cameras
        version: 1.0.0
        intent:
          failure_mode: dim light
          intended_use: [train]
          artifact_risk: none known
          real_probe: 200 labelled frames
          discard_if: the panel falls by a point
        scene: builtin:warehouse-aisle
        cameras:
          - { name: front, width: 320, height: 240, hfov_deg: 60, pose: { from: [0, 1, 3], look_at: [0, 1, 0] },
              sensor: [ { use: camera.blur }, { use: camera.noise, bits: 10 } ] }
        lights:
          - { match: "ceiling*", flicker: { use: light.mains, mains_hz: 60 } }
        cousins: { count: 12, seed: 7 }
        labels: [rgb, depth]
        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("validate-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void ValidScenario_IsSummarised()
    {
        var run = ProgramRun.Of("validate", Write(Valid), "--set", "cousins.count=3");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("3 samples").And.Contain("front 320x240").And.Contain("= 3 frames").And.Contain("rgb, depth"));
        Assert.That(run.Error, Is.Empty);
    }

    [TestCase("validate")]
    [TestCase("render")]
    public void APluginThatDidNotCompile_IsExplainedToWhoUsesIt(string command)
    {
        File.WriteAllText(
            Path.Combine(_folder, "plugin.json"),
            """{ "id": "lens.new", "version": "1.0.0", "kind": "sensor", "assembly": "Lens.dll", "contract": ">=2.0 <3.0" }""");
        File.WriteAllText(Path.Combine(_folder, "build-errors.txt"), "plugins/lens.new/Stage.cs(1,2): error CS1002: ; expected");
        string path = Write(Valid.Replace("camera.blur", "lens.new", StringComparison.Ordinal));

        var run = ProgramRun.With(new Dictionary<string, string?>(StringComparer.Ordinal) { ["SENSORSIM_PLUGINS"] = _folder }, command, path);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("does not compile: plugins/lens.new/Stage.cs(1,2)").And.Contain("The plugin lens.new is installed but cannot be used"));
        Assert.That(run.Error.Split("does not compile"), Has.Length.EqualTo(2), "told once");
    }

    [Test]
    public void EveryError_HasItsPositionAndKey()
    {
        string broken = Valid
            .Replace("bits: 10", "bitts: 10", StringComparison.Ordinal)
            .Replace("width: 320", "width: wide", StringComparison.Ordinal)
            .Replace("mains_hz: 60", "mains_hz: -1", StringComparison.Ordinal);
        string path = Write(broken);

        var run = ProgramRun.Of("validate", path);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Out, Is.Empty);
        string[] lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines, Has.All.Match(@"^.*scenario\.yaml:\d+:\d+: \S+: "));
        Assert.That(lines, Has.Some.Contains("cameras[0].width: "));
        Assert.That(lines, Has.Some.Contains("cameras[0].sensor[1].bitts: ").And.Some.Contains("lights[0].flicker.mains_hz: "));
    }

    [TestCase("camera.blur }, { use: camera.noise, bits: 10", "camera.noise }, { use: camera.blur", "cameras[0].sensor[1].use: camera.blur takes RadianceLayers")]
    [TestCase("light.mains, mains_hz: 60", "camera.noise", "lights[0].flicker.use: 'camera.noise' is no installed light plugin")]
    [TestCase("light.mains, mains_hz: 60", "light.manis", "did you mean 'light.mains'?")]
    public void PluginsThatDoNotFit_AreErrorsOfTheScenario(string from, string to, string problem)
    {
        var run = ProgramRun.Of("validate", Write(Valid.Replace(from, to, StringComparison.Ordinal)));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(problem));
    }

    [TestCase("bits: 10", "row_noise: 1", "cameras[0].sensor[1].row_noise: camera.noise has no such parameter; expected one of ")]
    [TestCase("bits: 10", "bits: 99", "cameras[0].sensor[1].bits: camera.noise: \"bits\" is 99; expected a whole number from ")]
    public void AParameterThatIsWrong_IsToldInTheFormOfAllErrors(string from, string to, string problem)
    {
        var run = ProgramRun.Of("validate", Write(Valid.Replace(from, to, StringComparison.Ordinal)));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(problem).And.Not.Contains(".;").And.Not.Contains("did you mean"));
    }

    [Test]
    public void ALensOnAnOrthographicCamera_IsToldAtTheLens()
    {
        string both = Valid.Replace("hfov_deg: 60", "orthographic_width_m: 4", StringComparison.Ordinal).Replace("camera.blur", "lens.kannala-brandt", StringComparison.Ordinal);

        var run = ProgramRun.Of("validate", Write(both));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match(@"scenario\.yaml:12:\d+: cameras\[0\]\.sensor\[0\]: an orthographic camera has no lens").And.Not.Contain("hfov_deg"));
    }

    [TestCase("validate")]
    [TestCase("render")]
    public void RawOfACameraWithoutSensor_IsToldWithCameraAndLine(string command)
    {
        string raw = Valid.Replace("sensor: [ { use: camera.blur }, { use: camera.noise, bits: 10 } ]", "output: raw", StringComparison.Ordinal);

        var run = ProgramRun.Of(command, Write(raw));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match(@"scenario\.yaml:11:\d+: cameras\[0\]\.sensor: camera ""front"": Raw output was asked for").And.Not.Contain("--sensor"));
    }

    [Test]
    public void ScenarioThatDoesNotFitItsScene_IsWrongToo()
    {
        var pattern = ProgramRun.Of("validate", Write(Valid.Replace("ceiling*", "chandelier*", StringComparison.Ordinal)));
        Assert.That(pattern.ExitCode, Is.EqualTo(2));
        Assert.That(pattern.Error, Does.Match(@"scenario\.yaml:14:\d+: lights\[0\]\.match: ").And.Contain("chandelier*"));

        var scene = ProgramRun.Of("validate", Write(Valid.Replace("builtin:warehouse-aisle", "gone.glb", StringComparison.Ordinal)));
        Assert.That(scene.ExitCode, Is.EqualTo(2));
        Assert.That(scene.Error, Does.Match(@"scenario\.yaml:9:8: scene: .*gone\.glb"));
    }

    [Test]
    public void MissingFiles_AreReportedTogether()
    {
        string broken = Valid.Replace("builtin:warehouse-aisle", "gone.glb\nenvironment: { hdr: gone.hdr }", StringComparison.Ordinal);

        var run = ProgramRun.Of("validate", Write(broken));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match(@"scenario\.yaml:9:8: scene: .*gone\.glb: there is no such file").And.Match(@"scenario\.yaml:10:\d+: environment\.hdr: .*gone\.hdr: there is no such file"));
    }

    [Test]
    public void WhatDoesNotFitTheScene_IsListedBesideErrorsOfTheFile()
    {
        string broken = Valid.Replace("hfov_deg: 60", "hfov_deg: wide", StringComparison.Ordinal).Replace("ceiling*", "chandelier*", StringComparison.Ordinal);

        var run = ProgramRun.Of("validate", Write(broken + "\nenvironment: { hdr: gone.hdr }\n"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("hfov_deg: there is 'wide'").And.Contain("lights[0].match: no lamp of the scene matches").And.Contain("gone.hdr: there is no such file"));
    }

    [Test]
    public void UnknownCamera_IsListedBesideErrorsOfTheFile()
    {
        const string pose = "pose: { from: [0, 1, 3], look_at: [0, 1, 0] }";
        Assert.That(Valid, Does.Contain(pose));

        var run = ProgramRun.Of("validate", Write(Valid.Replace(pose, "pose: nocam", StringComparison.Ordinal).Replace("width: 320", "width: wide", StringComparison.Ordinal)));

        Assert.That(run.Error, Does.Contain("width: there is 'wide'").And.Contain("no camera of the scene matches 'nocam'"));
    }

    [Test]
    public void MistypedKey_IsOneError()
    {
        var run = ProgramRun.Of("validate", Write(Valid.Replace("hfov_deg: 60", "hfov_degs: 60", StringComparison.Ordinal)));

        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1).And.Some.Contains("cameras[0].hfov_degs: the key is unknown").And.Some.Contains("'hfov_deg'"));
    }

    [Test]
    public void Json_CarriesSummaryOrErrors()
    {
        JsonNode valid = ProgramRun.Of("validate", Write(Valid), "--json").Json;
        Assert.That((bool)valid["valid"]!, Is.True);
        Assert.That((int)valid["scenario"]!["frames"]!, Is.EqualTo(12));

        var run = ProgramRun.Of("validate", Write("scenario: x\n"), "--json");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That((bool)run.Json["valid"]!, Is.False);
        Assert.That(run.Json["errors"]!.AsArray(), Is.Not.Empty);
    }

    private string Write(string yaml)
    {
        string path = Path.Combine(_folder, "scenario.yaml");
        File.WriteAllText(path, yaml);
        return path;
    }
}
