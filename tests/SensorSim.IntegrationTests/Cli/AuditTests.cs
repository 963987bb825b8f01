using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The command "audit" on a dataset that is rendered once.</summary>
[TestFixture]
public sealed class AuditTests
{
    // Two samples on a diagonal of two draws with two bins each: every bin, and two of the four pairs.
    private const string Scenario = """
        scenario: corners
        version: 1.0.0
        intent: { failure_mode: dim light, intended_use: [train], artifact_risk: none known, real_probe: 200 frames, discard_if: the panel falls }
        scene: tiny.gltf
        cameras: [ { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0.3, 0.3, 2], look_at: [0.3, 0.3, 0] } } ]
        cousins:
          count: 4
          strategy: { covering_array: { strength: 1 } }
          vary:
            parameters.shift: [day, night]
            parameters.floor: [dry, wet]
        labels: [rgb, instance]
        """;

    private string _folder = "", _dataset = "", _scenario = "";

    [OneTimeSetUp]
    public void RenderOnce()
    {
        _folder = Directory.CreateTempSubdirectory("audit-").FullName;
        _dataset = Path.Combine(_folder, "dataset");
        TinyScene.WriteTo(_folder);
        _scenario = Write("corners.yaml", Scenario);
        var run = ProgramRun.Of("render", _scenario, "--samples", "2", "--out", _dataset, "--msaa", "1");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void WithoutAScenario_LabelsAndRangesAreTold()
    {
        string report = Path.Combine(_folder, "audit.json");

        var run = ProgramRun.Of("audit", _dataset, "--json", "--report", report);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(((int)run.Json["frames"]!, (int)run.Json["samples"]!, (int)run.Json["frames_without_objects"]!), Is.EqualTo((2, 2, 0)));
        Assert.That((string)run.Json["failure_modes"]![0]!["failure_mode"]!, Is.EqualTo("dim light"));
        JsonNode measures = run.Json["categories"]![0]!["measures"]!;
        Assert.That((int)measures["azimuth"]!["bins"]!["front"]!, Is.EqualTo(2), "the triangle faces +Z, and so the camera");
        Assert.That(measures["distance"]!["never"]!.AsArray().Select(gap => (string)gap!), Is.EqualTo(new[] { "below 2 m", "from 5 m" }));
        Assert.That(run.Json["draws"]!.AsArray().Select(draw => (string)draw!["name"]!), Does.Contain("parameters.floor").And.Contain("parameters.shift"));
        Assert.That(run.Json["scenario_coverage"], Is.Null);
        Assert.That(File.ReadAllText(report).TrimEnd(), Is.EqualTo(run.Out.TrimEnd()));
    }

    [Test]
    public void WithItsScenario_CombinationsAndWhatToRenderNextAreTold()
    {
        var run = ProgramRun.Of("audit", _dataset, "--scenario", _scenario, "--all");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Not.Contain("warning"), "the scenario is the dataset's own");
        Assert.That(run.Out, Does.Contain("2-way: 50 % of the combinations of bins (2 of 4)").And.Contain("render next: 2 samples").And.Contain($"adaptive: {{ dataset: {_dataset} }}"));
        Assert.That(run.Out, Does.Contain("failure mode dim light: 2 frames, 2 samples").And.Contain("azimuth other than front"));
    }

    [TestCase("0.5", 0, "accept")]
    [TestCase("1", 5, "insufficient_evidence")]
    public void ATarget_DecidesTheExitCode(string share, int exitCode, string verdict)
    {
        var run = ProgramRun.Of("audit", _dataset, "--scenario", _scenario, "--target", share, "--json");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
        Assert.That((string)run.Json["target"]!["verdict"]!, Is.EqualTo(verdict));
        Assert.That((int)run.Json["scenario_coverage"]!["render_next"]!["further_samples"]!, Is.EqualTo(2));
    }

    [Test]
    public void AMissedTarget_Is4()
    {
        // Beside the draws of the dataset one that it lacks: of five bins two samples could have all.
        string more = Write("more.yaml", Scenario.Replace("floor: [dry, wet]", "floor: [dry, wet]\n    parameters.door: [open]", StringComparison.Ordinal));

        var run = ProgramRun.Of("audit", _dataset, "--scenario", more, "--strength", "1", "--target", "1");

        Assert.That(run.ExitCode, Is.EqualTo(4), run.Error);
        Assert.That(run.Out, Does.Contain("reject: 80 % of the 1-way combinations of bins occur"));
        Assert.That(run.Error, Does.Contain("not the scenario that the dataset was made from: the digest").And.Contain("parameters.door: 2 samples without it"));
    }

    [Test]
    public void AnotherScenario_IsRefused()
    {
        string other = Write("other.yaml", Scenario.Replace("scenario: corners", "scenario: doors", StringComparison.Ordinal)
            .Replace("parameters.shift", "parameters.door", StringComparison.Ordinal).Replace("parameters.floor", "parameters.key", StringComparison.Ordinal));

        var run = ProgramRun.Of("audit", _dataset, "--scenario", other);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("doors 1.0.0 draws nothing that the dataset has, which was made from corners 1.0.0"));
    }

    [Test]
    public void AnEditedRecord_IsNamedWithItsLine()
    {
        string copy = Path.Combine(_folder, "edited");
        foreach (string file in Directory.EnumerateFiles(_dataset, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(_dataset, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        string records = Path.Combine(copy, "frames.jsonl");
        File.WriteAllText(records, File.ReadAllText(records).Replace("\"visibility\":1", "\"visibility\":0.5", StringComparison.Ordinal));

        var run = ProgramRun.Of("audit", copy);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("frames.jsonl:1: ").And.Contain("was changed"));
    }

    [Test]
    public void BadRequests_AreRefusedBeforeAnythingIsRead()
    {
        Assert.That(Refusal(_folder), Does.Contain("no dataset here"));
        Assert.That(Refusal(_dataset, "--target", "0.9"), Does.Contain("--target: this is about what a scenario draws; name it with --scenario FILE"));
        Assert.That(Refusal(_dataset, "--scenario", _scenario, "--target", "1.5"), Does.Contain("--target 1.5: a share above 0 and at most 1 is expected"));
        Assert.That(Refusal(_dataset, "--report", Path.Combine(_dataset, "audit.json")), Does.Contain("belongs to the dataset"));
        Assert.That(Refusal(_dataset, "--report", Path.Combine(_folder, "audit.html")), Does.Contain(".json"));
        Assert.That(Refusal(_dataset, "--scenario", Path.Combine(_folder, "gone.yaml")), Does.Contain("gone.yaml"));
    }

    private static string Refusal(params string[] arguments)
    {
        var run = ProgramRun.Of(["audit", .. arguments]);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Out, Is.Empty);
        return run.Error;
    }

    private string Write(string name, string yaml)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, yaml);
        return path;
    }
}
