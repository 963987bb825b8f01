using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenarios that extend others.</summary>
[TestFixture]
public sealed class InheritanceTests
{
    private const string Base = $$"""
        scenario: base
        version: 1.0.0
        {{ScenarioText.Intent}}
        scene: hall.glb
        environment: { hdr: sky.hdr, intensity: 2 }
        cameras:
          - { name: front, width: 640, height: 480, hfov_deg: 69, pose: { from: [0, 1, 3], look_at: [0, 1, 0] }, exposure: { f_number: 2, time_s: 0.1 } }
          - { name: side, width: 64, height: 48, pose: side_camera }
        lights: [ { match: "ceiling*", flicker: { mains_hz: 50 } } ]
        cousins: { count: 5, vary: { "lights.*.intensity": { uniform: [0, 1], bins: 2 }, parameters.p: [1, 2] } }
        labels: [rgb, depth]
        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("extends-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_A_File_Does_Not_Say_Is_The_Bases()
    {
        Scenario s = Extending("");

        Assert.That((s.Id, s.Version, s.Cousins.Count, s.Scene), Is.EqualTo(("own", "2", 5L, "hall.glb")));
        Assert.That(s.Intent!.FailureMode, Is.EqualTo("dim or flickering aisle light"));
        Assert.That(s.Labels, Is.EqualTo(LabelSet.Rgb | LabelSet.Depth));
    }

    [Test]
    public void Sections_Merge_And_Lists_And_Values_Replace()
    {
        Scenario s = Extending("""
            environment: { intensity: 3 }
            cousins: { seed: 9, vary: { "lights.*.intensity": { log_uniform: [1, 2] }, parameters.q: 3 } }
            labels: [normal]
            """);

        Assert.That((s.Environment.Hdr, s.Environment.Intensity), Is.EqualTo(("sky.hdr", 3.0)));
        Assert.That((s.Cousins.Count, s.Cousins.Seed), Is.EqualTo((5L, 9UL)));
        Assert.That(s.Cousins.Vary.Select(rule => rule.Key), Is.EqualTo(new[] { "lights.*.intensity", "parameters.p", "parameters.q" }));
        Assert.That(s.Labels, Is.EqualTo(LabelSet.Normal));
    }

    [Test]
    public void A_Mapping_Over_A_List_Changes_Items_By_Name()
    {
        Scenario s = Extending("cameras: { front: { width: 320, exposure: { time_s: 0.2 } } }\nlights: { \"ceiling*\": { flicker: { use: light.pwm, duty: 0.5 } } }");

        Assert.That(s.Cameras.Select(c => (c.Name, c.Width)), Is.EqualTo(new[] { ("front", 320), ("side", 64) }));
        Assert.That(s.Cameras[0].Exposure, Is.EqualTo(new ExposureSettings(2, 0.2, 100, 0)));
        Assert.That(s.Lights[0].Flicker!.Parameters.Keys, Is.EqualTo(new[] { "duty" }));
    }

    [Test]
    public void A_Key_Takes_The_Place_Of_The_One_That_It_Excludes()
    {
        Scenario s = Extending("cameras: { front: { fx: 320 } }");

        Assert.That((s.Cameras[0].Intrinsics is not null, s.Cameras[0].HorizontalFieldOfViewDegrees), Is.EqualTo((true, (double?)null)));
    }

    [Test]
    public void Nothing_Takes_Away()
    {
        Scenario s = Extending("environment:\ncameras: { side: ~, front: { exposure: null } }\ncousins: { vary: { parameters.p: ~ } }");

        Assert.That(s.Environment.Hdr, Is.Null);
        Assert.That(s.Cameras.Select(c => (c.Name, c.Exposure)), Is.EqualTo(new[] { ("front", (ExposureSettings?)null) }));
        Assert.That(s.Cousins.Vary.Select(rule => rule.Key), Is.EqualTo(new[] { "lights.*.intensity" }));
    }

    [Test]
    public void Later_Bases_Change_Earlier_Ones_And_Bases_Need_Not_Be_Whole()
    {
        Write("base.yaml", Base);
        Write("dim.yaml", "environment: { intensity: 0.1 }");
        string own = Write("own.yaml", "extends: [base.yaml, dim.yaml]\nscenario: own\nversion: 2");

        Assert.That(ScenarioReader.ReadFile(own).OrThrow().Environment.Intensity, Is.EqualTo(0.1));
    }

    [Test]
    public void Paths_Are_Relative_To_The_File_That_Says_Them()
    {
        Write("shared/base.yaml", Base);
        string own = Write("mine/own.yaml", "extends: ../shared/base.yaml\nscenario: own\nversion: 2\nenvironment: { hdr: own.hdr }");

        Scenario s = ScenarioReader.ReadFile(own).OrThrow();
        Assert.That((s.Scene, s.Environment.Hdr), Is.EqualTo(("../shared/hall.glb", "own.hdr")));
        Assert.That(s.Keys.Of("scene").File, Does.EndWith("base.yaml"));
        Assert.That(ScenarioReader.ReadFile(own, ["scene=set.glb"]).OrThrow().Scene, Is.EqualTo("set.glb"));
    }

    [Test]
    public void Files_That_Draws_Choose_From_Are_Relative_To_The_File_That_Says_Them()
    {
        Write("shared/base.yaml", $$"""
            {{Base.Replace("parameters.p: [1, 2]", "environment.hdr: [\"builtin:studio\", hdri/hall.hdr], objects.a.item: { when: [ { if: { environment.hdr: hdri/hall.hdr }, use: cup.glb } ], else: { choice: [keep, mug.glb], weights: [2, 1] } }, materials.b.texture_set: oak", StringComparison.Ordinal)}}
            """);
        string own = Write("mine/own.yaml", "extends: ../shared/base.yaml\nscenario: own\nversion: 2\ncousins: { vary: { objects.c.item: own.glb }, rules: [ { forbid: { environment.hdr: { not: [\"builtin:studio\"] } } } ] }");

        Scenario s = ScenarioReader.ReadFile(own).OrThrow();
        Assert.That(ChoicesOf(s, "environment.hdr"), Is.EqualTo(new[] { "builtin:studio", "../shared/hdri/hall.hdr" }));
        Assert.That(ChoicesOf(s, "objects.a.item"), Is.EqualTo(new[] { "../shared/cup.glb", "keep", "../shared/mug.glb" }));
        Assert.That(ChoicesOf(s, "materials.b.texture_set"), Is.EqualTo(new[] { "../shared/oak" }));
        Assert.That(ChoicesOf(s, "objects.c.item"), Is.EqualTo(new[] { "own.glb" }));
        DrawCondition condition = s.Cousins.Vary.Single(rule => rule.Key == "objects.a.item").Cases.Single().If.Single();
        Assert.That(condition.Holds(new Dictionary<string, JsonValue>(StringComparer.Ordinal) { ["environment.hdr"] = JsonValue.Create("../shared/hdri/hall.hdr") }), Is.True, "a condition means the same file");
    }

    [Test]
    public void Overrides_Come_Last() => Assert.That(Extending("cousins: { count: 6 }", "cousins.count=7", "cameras.side.width=9", "lights.ceiling*.radius_m=1") is var s
        ? (s.Cousins.Count, s.Cameras[1].Width, s.Lights[0].Size!.RadiusMetres) : default, Is.EqualTo((7L, 9, (double?)1)));

    [Test]
    public void An_Error_Names_The_File_Where_The_Value_Was_Written()
    {
        string shared = Write("base.yaml", Base.Replace("intensity: 2", "intensity: -2", StringComparison.Ordinal));
        string own = Write("own.yaml", "extends: base.yaml\nscenario: own\nversion: 2\nlabels: [rgb, x]");

        string[] errors = [.. ScenarioReader.ReadFile(own).Errors.Select(ScenarioText.Line)];
        Assert.That(errors, Has.Length.EqualTo(2));
        Assert.That(errors[0], Does.StartWith($"{own}:4:15: labels[1]: there is 'x'"));
        Assert.That(errors[1], Does.StartWith($"{shared}:10:41: environment.intensity: there is '-2'"));
    }

    [Test]
    public void Identity_Is_Not_Taken_Over()
    {
        Write("base.yaml", Base);
        string own = Write("own.yaml", "extends: base.yaml\nlabels: [rgb]");

        Assert.That(ScenarioReader.ReadFile(own).Errors.Select(error => error.Key), Is.EquivalentTo(new[] { "scenario", "version" }));
    }

    [TestCase("extends: gone.yaml", "1:10: extends: FOLDERgone.yaml: there is no such file; expected a scenario file (YAML)")]
    [TestCase("extends: .", "1:10: extends: FOLDER.: is a folder; expected a scenario file (YAML)")]
    [TestCase("extends: []", "1:10: extends: the list is empty; expected a scenario file, or a list of them")]
    [TestCase("extends: [a, {b: 1}]", "1:14: extends: there is a mapping; expected a scenario file, or a list of them")]
    [TestCase("extends: \"a\\0b\"", "1:10: extends: there is 'a\\u{0}b'; expected a scenario file, or a list of them")]
    [TestCase("extends: own.yaml", "1:10: extends: the files extend each other in a circle: own.yaml → own.yaml; expected a file that does not lead back here")]
    [TestCase("extends: base.yaml\ncameras: { frnt: { width: 1 } }", "2:12: cameras.frnt: the base's cameras have no item 'frnt'; expected one of front, side; did you mean 'front'?")]
    public void What_Cannot_Be_Extended_Is_Named(string yaml, string expected)
    {
        Write("base.yaml", Base);
        string own = Write("own.yaml", $"{yaml}\nscenario: own\nversion: 2");

        Assert.That(ScenarioReader.ReadFile(own).Errors.Select(ScenarioText.Line), Has.Some.EqualTo($"{own}:{expected.Replace("FOLDER", _folder + "/", StringComparison.Ordinal)}"));
    }

    [Test]
    public void A_Circle_Is_Named_With_Its_Files()
    {
        Write("a.yaml", "extends: b.yaml");
        string b = Write("b.yaml", "extends: a.yaml");
        string own = Write("own.yaml", "extends: a.yaml");

        Assert.That(
            ScenarioText.Line(ScenarioReader.ReadFile(own).Errors.Single()),
            Is.EqualTo($"{b}:1:10: extends: the files extend each other in a circle: own.yaml → a.yaml → b.yaml → a.yaml; expected a file that does not lead back here"));
    }

    [Test]
    public void A_Long_Chain_Is_Refused()
    {
        for (int i = 0; i < 9; i++)
        {
            Write($"{i}.yaml", $"extends: {i + 1}.yaml");
        }

        string error = ScenarioReader.ReadFile(Path.Combine(_folder, "0.yaml")).Errors.Single().ToString();
        Assert.That(error, Does.Contain("7.yaml:1:10: extends: too many files: 0.yaml → 1.yaml → ").And.Contain("at most 8 files one below the other, 32 in all"));
    }

    [Test]
    public void Many_Files_Are_Refused()
    {
        for (int i = 0; i < 6; i++)
        {
            Write($"{i}.yaml", $"extends: [{i + 1}.yaml, {i + 1}.yaml]");
        }

        Write("6.yaml", "labels: all");
        Assert.That(ScenarioReader.ReadFile(Path.Combine(_folder, "0.yaml")).Errors.Select(error => error.Problem), Has.Some.StartsWith("too many files"));
    }

    [Test]
    public void A_Base_Of_Another_Format_Is_Refused()
    {
        string shared = Write("base.yaml", "schema_version: 2\nnew_key: 1");
        string own = Write("own.yaml", "extends: base.yaml");

        Assert.That(ScenarioText.Line(ScenarioReader.ReadFile(own).Errors.Single()), Does.StartWith($"{shared}:1:17: schema_version: there is '2'; expected 1, which"));
    }

    [Test]
    public void The_Digest_Covers_Every_File()
    {
        Scenario before = Extending("");
        string list = string.Concat(new[] { "own.yaml", "base.yaml" }.Select(name => Hex(File.ReadAllBytes(Path.Combine(_folder, name))) + '\n'));
        Assert.That(before.Sha256, Is.EqualTo(Hex(Encoding.UTF8.GetBytes(list))));

        Write("base.yaml", Base + "\n# a comment");
        Assert.That(ScenarioReader.ReadFile(Path.Combine(_folder, "own.yaml")).OrThrow().Sha256, Is.Not.EqualTo(before.Sha256));
    }

    [Test]
    public void A_Base_Is_Not_Set_From_The_Command_Line()
    {
        string own = Write("own.yaml", Base);

        Assert.That(
            ScenarioText.Line(ScenarioReader.ReadFile(own, ["extends=base.yaml"]).Errors.Single()),
            Is.EqualTo("--set extends=base.yaml: extends: the command line changes values of a file, and extends names files; expected extends in the file"));
    }

    private static string[] ChoicesOf(Scenario scenario, string key) =>
        [.. scenario.Cousins.Vary.Single(rule => rule.Key == key).Distributions.SelectMany(distribution => ((ChoiceDistribution)distribution).Values).Select(value => (string)value!)];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private Scenario Extending(string yaml, params string[] overrides)
    {
        Write("base.yaml", Base);
        return ScenarioReader.ReadFile(Write("own.yaml", $"extends: base.yaml\nscenario: own\nversion: 2\n{yaml}"), overrides).OrThrow();
    }

    private string Write(string name, string yaml)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, yaml);
        return path;
    }
}
