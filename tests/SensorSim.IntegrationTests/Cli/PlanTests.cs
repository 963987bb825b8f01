using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The command "plan": what a scenario will draw, counted again from the file of draws.</summary>
[TestFixture]
public sealed class PlanTests
{
    private static readonly string s_scenario = $$"""
        scenario: pairs
        version: 1.0.0
        intent: { failure_mode: dim light, intended_use: [train], artifact_risk: none known, real_probe: 200 frames, discard_if: the panel falls }
        scene: builtin:warehouse-aisle
        cameras: [ { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1, 3], look_at: [0, 1, 0] } } ]
        cousins:
          count: 31
          strategy: pairwise
          rules: [ { forbid: { parameters.p0: 1, parameters.p1: [2, 3] } } ]
          vary:
        {{string.Join('\n', Enumerable.Range(0, 10).Select(i => $"    parameters.p{i}: [1, 2, 3, 4]"))}}
        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("plan-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Pairwise_TheFileOfDrawsHasEveryFeasiblePair()
    {
        string draws = Path.Combine(_folder, "draws.jsonl");

        var run = ProgramRun.Of("plan", Write(s_scenario), "--draws", draws, "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        JsonNode target = run.Json["target"]!;
        Assert.That((int)target["samples_needed"]!, Is.InRange(16, 31), "1.3 times the 24 of the published tables");
        Assert.That((int)target["further_samples"]!, Is.Zero);
        JsonNode pairs = run.Json["coverage"]!["t_way"]!.AsArray().Single(entry => (int)entry!["strength"]! == 2)!;
        Assert.That(((double)pairs["total"]!, (int)pairs["infeasible_tuples"]!), Is.EqualTo((1.0, 2)));
        Assert.That(PairsIn(File.ReadLines(draws)), Has.Count.EqualTo((45 * 16) - 2));
        Assert.That(PairsIn(File.ReadLines(draws)), Has.None.EqualTo("p0=1 p1=2").And.None.EqualTo("p0=1 p1=3"));
    }

    [Test]
    public void Independent_MoreSamplesAreNeededThanOfACoveringArray()
    {
        var run = ProgramRun.Of("plan", Write(s_scenario), "--set", "cousins.strategy=independent");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("pairs 1.0.0, strategy independent: 31 samples (31 frames)").And.Match(@"for every combination of 2 draws' bins: 1?[0-9]{2} samples .*; 2[0-9] samples .* of a covering array \(strategy pairwise\)"));
        Assert.That(run.Out, Does.Match(@"2-way: [0-9.]+ % of the combinations of bins \([0-9]+ of 718; 2 that the rules exclude are not counted\)"));
    }

    [Test]
    public void WithoutDraws_ThereIsNothingToCover()
    {
        var run = ProgramRun.Of("plan", Write(s_scenario[..s_scenario.IndexOf("cousins:", StringComparison.Ordinal)]), "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That((int)run.Json["frames"]!, Is.EqualTo(1));
    }

    [Test]
    public void WhatCannotBePlanned_IsAnErrorOfTheScenario()
    {
        var starved = ProgramRun.Of("plan", Write(s_scenario), "--set", "cousins.rules=[{forbid: {parameters.p0: [1, 2, 3, 4]}}]");
        var noFolder = ProgramRun.Of("plan", Write(s_scenario), "--draws", Path.Combine(_folder, "none", "draws.jsonl"));
        var noDataset = ProgramRun.Of("plan", Write(s_scenario), "--set", "cousins.strategy={adaptive: {dataset: nowhere}}");

        Assert.That((starved.ExitCode, noFolder.ExitCode, noDataset.ExitCode), Is.EqualTo((2, 2, 2)));
        Assert.That(starved.Error, Does.Contain("cousins.strategy: The rules allow no combination of bins at all"));
        Assert.That(noFolder.Error, Does.Contain("there is no folder"));
        Assert.That(noDataset.Error, Does.Contain("cousins.strategy.adaptive.dataset").And.Contain("nowhere"));
    }

    [TestCase("1")]
    [TestCase("5")]
    public void TheFileOfDraws_HasWhatTheRecordsHave(string seed)
    {
        string draws = Path.Combine(_folder, "draws.jsonl"), scenario = WriteBin();

        var planned = ProgramRun.Of("plan", scenario, "--seed", seed, "--draws", draws, "--json");
        var rendered = ProgramRun.Of("render", scenario, "--seed", seed, "--out", Path.Combine(_folder, "dataset"), "--msaa", "1");

        Assert.That((planned.ExitCode, rendered.ExitCode), Is.EqualTo((0, 0)), planned.Error + rendered.Error);
        JsonNode[] lines = Lines(draws), records = Lines(Path.Combine(_folder, "dataset", "frames.jsonl"));
        Assert.That(lines.Select(line => (long)line["sample"]!), Is.EqualTo(records.Select(record => (long)record["sample"]!)));
        foreach ((JsonNode line, JsonNode record) in lines.Zip(records))
        {
            JsonObject measured = record["draws"]!.DeepClone().AsObject();
            Assert.That(measured.Remove("exposure.automatic_scale"), "the plan says that it lacks this one");
            Assert.That(JsonNode.DeepEquals(line["draws"], measured), $"{line["draws"]} is not {measured}");
            Assert.That(JsonNode.DeepEquals(line["redrawn"], record["redrawn"] ?? new JsonObject()), $"{line["redrawn"]} is not {record["redrawn"]}");
        }

        Assert.That(planned.Json["measured_on_the_device"]!.AsArray().Select(name => (string)name!), Is.EqualTo(new[] { "exposure.automatic_scale" }));
        string[] reasons = [.. planned.Json["redrawn"]!["reasons"]!.AsArray().Select(reason => (string)reason!["reason"]!)];
        Assert.That(reasons, Does.Contain("affordance crate_1 container").And.Contain("camera front does not see its target"));
        Assert.That(rendered.Error, Does.Contain($"drawn again: {planned.Json["redrawn"]!["samples"]} sample"));
        CheckAudit(planned.Json["redrawn"]!);
    }

    [TestCase("affordances", "'crate_1' hardly ever remains a container: sample 0 was drawn 100 times", "cousins.vary.objects.lid.offset_x_m=0")]
    [TestCase("cameras.front.valid", "camera front does not see its target", "cousins.vary.cameras.front.offset_z_m=-9")]
    [TestCase("objects.nut_*.pose", "is too large for crate_1", "objects.nut.use=builtin:tote-bin")]
    public void WhatCanNeverBe_EndsBeforeAnythingIsWritten(string key, string why, string change)
    {
        string folder = Path.Combine(_folder, "dataset");

        var planned = ProgramRun.Of("plan", WriteBin(), "--set", change);
        var rendered = ProgramRun.Of("render", WriteBin(), "--set", change, "--out", folder);

        Assert.That((planned.ExitCode, rendered.ExitCode), Is.EqualTo((2, 2)), planned.Error + rendered.Error);
        Assert.That(rendered.Error, Does.Contain(key).And.Contain(why));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    private void CheckAudit(JsonNode redrawn)
    {
        var audit = ProgramRun.Of("audit", Path.Combine(_folder, "dataset"), "--json");

        Assert.That(audit.ExitCode, Is.Zero, audit.Error);
        Assert.That(JsonNode.DeepEquals(audit.Json["redrawn"], redrawn), $"{audit.Json["redrawn"]} is not {redrawn}");
        Assert.That(audit.Json["placed"]!.AsArray().Select(one => ((string)one!["objects"]!, (int)one["count"]!, (int)one["samples"]!)), Is.EqualTo(new[] { ("nut_*", 4, 8) }));
        Assert.That(audit.Json["draws"]!.AsArray().Select(draw => (string)draw!["name"]!), Has.None.EndsWith(".pose"));
    }

    private static JsonNode[] Lines(string path) => [.. File.ReadLines(path).Select(line => JsonNode.Parse(line)!)];

    // Nuts in a crate that a lid may cover, before a camera that may look past them.
    private string WriteBin()
    {
        TinyScene.WriteTo(_folder);
        return Write("""
            scenario: crate
            version: 1.0.0
            intent: { failure_mode: clutter, intended_use: [train], artifact_risk: none known, real_probe: 200 frames, discard_if: the panel falls }
            scene: tiny.gltf
            objects:
              - { name: crate_1, use: builtin:small-bin, at: [0, 0, 3] }
              - { name: lid, use: builtin:flat-box, at: [0, 0.2, 3] }
              - { name: nut, use: builtin:hex-nut, count: 4, at: [2, 0, 2], step: [0.2, 0, 0] }
            affordances: [ { object: crate_1, kind: container } ]
            cameras: [ { name: front, width: 32, height: 24, hfov_deg: 40, pose: { from: [0, 1, 3.4], look_at: [0, 0, 3] }, valid: { target: "nut_*", visible: 0.2 } } ]
            cousins:
              count: 8
              vary:
                objects.lid.offset_x_m: { uniform: [-0.6, 0.6] }
                "objects.nut_*.pose": { fill: crate_1 }
                cameras.front.offset_z_m: { uniform: [-1, 1] }
            """);
    }

    private static HashSet<string> PairsIn(IEnumerable<string> lines) => [.. lines.Select(line => JsonNode.Parse(line)!["draws"]!.AsObject()).SelectMany(draws =>
        from a in Enumerable.Range(0, 10)
        from b in Enumerable.Range(a + 1, 9 - a)
        select string.Create(CultureInfo.InvariantCulture, $"p{a}={draws[$"parameters.p{a}"]} p{b}={draws[$"parameters.p{b}"]}"))];

    private string Write(string yaml)
    {
        string path = Path.Combine(_folder, "pairs.yaml");
        File.WriteAllText(path, yaml);
        return path;
    }
}
