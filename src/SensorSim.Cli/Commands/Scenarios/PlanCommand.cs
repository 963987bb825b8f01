using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Datasets;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Planning.Warnings;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary><c>plan</c>: what a scenario will draw and cover, before a frame is rendered.</summary>
internal sealed class PlanCommand : CliCommand
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "scenario file (YAML)" };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<long?> _samples = NumberOption.Of<long>("--samples", "samples to plan, instead of the scenario's count", 1, CousinSettings.MaximumCount);
    private readonly Option<ulong?> _seed = NumberOption.Of<ulong>("--seed", "seed of every draw, instead of the scenario's", 0, (1UL << 53) - 1);
    private readonly Option<long?> _strength = NumberOption.Of<long>("--strength", "draws whose bins are combined in the target: 2 is every pair (default: that of the scenario's cousins.target, or 2)", 1, CoverageReport.MaximumStrength);
    private readonly Option<string?> _draws = new("--draws") { Description = "write one JSON line for each sample: its draws and their bins", HelpName = "FILE.jsonl" };
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public PlanCommand(Terminal terminal)
        : base(
            terminal, "plan", "what a scenario will draw and cover, and how many frames a target needs, before any is rendered",
            new Example("sensorsim plan scenarios/quickstart.yaml", "frames and coverage"),
            new Example("sensorsim plan mine.yaml --set cousins.strategy=pairwise --strength 2", "how many samples for every pair?"),
            new Example("sensorsim plan mine.yaml --draws draws.jsonl", "every value of every sample"))
    {
        Add(_scenario);
        Add(_set);
        Add(_samples);
        Add(_seed);
        Add(_strength);
        Add(_draws);
        Add(_pluginTimeout);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(stop =>
    {
        OutputFile? file = OutputFile.Of("--draws", arguments.GetValue(_draws), ".jsonl");
        var request = new RunRequest
        {
            ScenarioPath = arguments.GetRequiredValue(_scenario),
            Overrides = arguments.GetValue(_set)!,
            Samples = arguments.GetValue(_samples),
            Seed = arguments.GetValue(_seed),
        };
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        RunPlan plan = Planning.Of(Terminal, () => new RunPlanner(plugins.Load()).Plan(request), stop);
        foreach (PlanWarning warning in PlanWarnings.Of(plan)) Terminal.Warn(warning.ToString());
        SamplePlan samples = Draw(plan, (int)(arguments.GetValue(_strength) ?? plan.Scenario.Cousins.Target?.Strength ?? 2), stop);
        file?.Write(string.Concat(samples.Samples.Select(sample => Line(samples.Space, sample) + "\n")));
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, ToJson(plan, samples));
        else
            Write(plan, samples);
        return ExitCode.Done;
    }, "stopping");

    private SamplePlan Draw(RunPlan plan, int strength, CancellationToken stop)
    {
        try
        {
            // Only what is solved for takes long enough to be watched.
            using ProgressDisplay? display = plan.Cousins.MayRefuse ? ProgressDisplay.Start(Terminal, "samples", plan.Samples) : null;
            return Interruption.Abandonable(() => SamplePlan.Of(plan.Cousins, (int)plan.Samples, strength, plan.Seed, display is null ? null : new DisplayProgress(display), stop), stop) ?? throw new OperationCanceledException(stop);
        }
        catch (CoveringArrayException tooMany)
        {
            throw new UsageException($"--strength {strength}: {tooMany.Message}");
        }
    }

    private void Write(RunPlan plan, SamplePlan samples)
    {
        Terminal.Out.WriteLine($"{plan.Scenario.Id} {plan.Scenario.Version}, strategy {Strategy(plan)}: {Product(plan, plan.Samples)}");
        CoverageText.Write(Terminal, samples.Space.Draws.Select(draw => (IReadOnlyList<string>)[.. Enumerable.Range(0, draw.BinCount).Select(draw.LabelOf)]), samples.Coverage);
        Terminal.Out.WriteLine(samples.Space.Draws.Count == 0 ? "nothing varies: every sample shows the same" : Target(plan, samples));
        WriteRedrawn(samples);
        foreach (string measured in plan.MeasuredDraws) Terminal.Out.WriteLine($"not in the plan: {measured}, which every sample's records have too, is measured on the device");
    }

    private static string Target(RunPlan plan, SamplePlan samples)
    {
        string target = samples.Strength == 1 ? "every bin" : $"every combination of {samples.Strength} draws' bins";
        string own = samples.Needed is { } needed ? $"{Product(plan, needed)} of this strategy" : $"more than {Quantity.Count(samples.Tried)} samples of this strategy";
        return $"for {target}: {own}; {Product(plan, SamplesOf(plan, samples.CoveringArrayRows))} of a covering array (strategy {CoveringArrayName(samples.Strength)}); {Quantity.Count(SamplesOf(plan, samples.FurtherRows))} further samples would complete this plan{(IsEstimate(plan, samples) ? $" (samples beyond the plan's {Quantity.Count(plan.Samples)} count as first drawn)" : "")}";
    }

    // A cousin has an episode without an event and one with each, and each is a sample.
    private static int SamplesOf(RunPlan plan, int cousins) => cousins * (plan.Scenario.Events.Count + 1);

    // What placement, affordances and cameras refuse of samples beyond the plan is not looked for.
    private static bool IsEstimate(RunPlan plan, SamplePlan samples) => plan.Cousins.MayRefuse && samples.Tried > plan.Samples;

    private static string CoveringArrayName(int strength) => strength switch { 2 => "pairwise", 3 => "threeway", _ => $"{{ covering_array: {{ strength: {strength} }} }}" };

    private void WriteRedrawn(SamplePlan samples)
    {
        if (Redrawn(samples).Line is { } line) Terminal.Out.WriteLine(line);
        if (samples.Space.Rules.Count == 0) return;
        int redrawn = samples.Samples.Count(sample => sample.Drawn.BrokenRules.Count > 0);
        string rules = string.Join(", ", samples.Space.Rules.Select(rule => $"rules[{rule.Index}] refused {Quantity.Count(samples.Samples.Sum(sample => sample.Drawn.BrokenRules.Count(broken => broken == rule.Index)))}"));
        Terminal.Out.WriteLine($"rules: {Quantity.Of(redrawn, "sample")} drawn again ({rules})");
    }

    private static RedrawnSamples Redrawn(SamplePlan samples)
    {
        var tally = new RedrawTally();
        foreach (PlannedSample sample in samples.Samples) tally.Add(sample.Redrawn);
        return tally.Counts();
    }

    private static JsonObject ToJson(RunPlan plan, SamplePlan samples)
    {
        JsonObject coverage = CoverageJson.Of(samples.Coverage);
        return new()
        {
            ["scenario"] = new JsonObject { ["id"] = plan.Scenario.Id, ["version"] = plan.Scenario.Version, ["sha256"] = plan.Scenario.Sha256 },
            ["strategy"] = Strategy(plan),
            ["seed"] = plan.Seed,
            ["samples"] = plan.Samples,
            ["steps"] = plan.Scenario.Episode.Steps,
            ["cameras"] = plan.Cameras.Count,
            ["frames"] = plan.FrameCount,
            ["bins"] = new JsonObject(samples.Space.Draws.Select(draw => new KeyValuePair<string, JsonNode?>(draw.Name, JsonOutput.Array(Enumerable.Range(0, draw.BinCount).Select(draw.LabelOf))))),
            ["coverage"] = coverage,
            ["target"] = new JsonObject
            {
                ["strength"] = samples.Strength,
                ["samples_needed"] = samples.Needed,
                ["frames_needed"] = samples.Needed is { } needed ? needed * FramesEach(plan) : null,
                ["samples_tried"] = samples.Tried,
                ["beyond_plan_as_first_drawn"] = IsEstimate(plan, samples),
                ["covering_array_samples"] = SamplesOf(plan, samples.CoveringArrayRows),
                ["covering_array_frames"] = SamplesOf(plan, samples.CoveringArrayRows) * FramesEach(plan),
                ["further_samples"] = SamplesOf(plan, samples.FurtherRows),
            },
            ["redrawn_samples"] = samples.Samples.Count(sample => sample.Drawn.BrokenRules.Count > 0),
            ["refused_attempts"] = JsonOutput.Array(samples.Space.Rules, rule => JsonValue.Create(samples.Samples.Sum(sample => sample.Drawn.BrokenRules.Count(broken => broken == rule.Index)))),
            ["redrawn"] = Redrawn(samples).ToJson(),
            ["measured_on_the_device"] = JsonOutput.Array(plan.MeasuredDraws),
        };
    }

    private static string Line(SampleSpace space, PlannedSample sample) => new JsonObject
    {
        ["sample"] = sample.Drawn.Index,
        ["draws"] = new JsonObject(sample.Draws.Select(draw => KeyValuePair.Create(draw.Key, draw.Value?.DeepClone()))),
        ["bins"] = new JsonObject(space.Draws.Select((draw, i) => new KeyValuePair<string, JsonNode?>(draw.Name, sample.Drawn.Bins[i]))),
        ["redrawn"] = new JsonObject(sample.Redrawn.Select(one => new KeyValuePair<string, JsonNode?>(one.Key, one.Value))),
    }.ToJsonString();

    private static string Strategy(RunPlan plan) => plan.Scenario.Cousins.Strategy.Name;

    private static long FramesEach(RunPlan plan) => plan.Scenario.Episode.Steps * (long)plan.Cameras.Count;

    private static string Product(RunPlan plan, long samples) => $"{Quantity.Of(samples, "sample")} ({Quantity.Of(samples * FramesEach(plan), "frame")})";
}
