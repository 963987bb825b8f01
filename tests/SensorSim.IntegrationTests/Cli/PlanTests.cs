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
