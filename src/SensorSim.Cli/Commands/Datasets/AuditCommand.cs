using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary><c>audit</c>: what a dataset covers, and what it lacks.</summary>
internal sealed class AuditCommand : CliCommand
{
    private const int UsualStrength = 2;

    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = "the scenario that the dataset was made from: what its samples cover of what it draws, and what to render next", HelpName = "FILE" };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<int?> _strength = NumberOption.Of<int>("--strength", "draws whose bins are combined in the target and in what to render next: 2 is every pair (default: that of the scenario's cousins.target, or 2)", 1, CoverageReport.MaximumStrength);
    private readonly Option<double?> _target = NumberOption.Real("--target", "share of the combinations of bins that must occur, above 0 to 1 (default: the scenario's cousins.target): exit 4 when fewer do, 5 when there are too few samples to tell", "SHARE");
    private readonly Option<string?> _report = new("--report") { Description = "also write the result there, a .json file", HelpName = "FILE" };
    private readonly Option<bool> _all = new("--all") { Description = "also what of each category is never seen" };
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public AuditCommand(Terminal terminal)
        : base(
            terminal, "audit", "what a dataset covers: sizes, visibility, distances and views of each category, the bins of its scenario's draws; what is missing, and what to render next",
            new Example("sensorsim audit out/quickstart", "what do the labels cover?"),
            new Example("sensorsim audit out/quickstart --scenario scenarios/quickstart.yaml", "and of what the scenario draws?"),
            new Example("sensorsim audit out/quickstart --scenario scenarios/quickstart.yaml --target 1 --report audit.json", "does every pair of bins occur? exit 0 yes, 4 no"))
    {
        Add(_dataset);
        foreach (Option option in (Option[])[_scenario, _set, _strength, _target, _report, _all, _pluginTimeout, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(cancellation =>
    {
        RefuseWithoutScenario(arguments);
        OutputFile? file = OutputFile.Of("--report", arguments.GetValue(_report), ".json");
        var dataset = DatasetReader.Open(arguments.GetRequiredValue(_dataset));
        RunPlan? plan = arguments.GetValue(_scenario) is { } path ? Plan(path, arguments) : null;
        DatasetContent content = Read(dataset, cancellation);
        CoverageGoal? goal = plan?.Scenario.Cousins.Target;
        int strength = arguments.GetValue(_strength) ?? goal?.Strength ?? UsualStrength;
        ScenarioCoverage? coverage = plan is null ? null : Cover(content, plan, strength);
        CoverageTarget? target = (arguments.GetValue(_target) ?? goal?.Share) is { } share ? CoverageTarget.Of(share, strength, coverage!.Report) : null;
        var audit = new DatasetAudit(dataset.Root, content, coverage, target);
        file?.Write(JsonOutput.TextOf(audit.ToJson()) + "\n");
        if (coverage is not null) ScenarioCoverageText.Warn(Terminal, coverage);
        if (arguments.GetValue(_json)) JsonOutput.Write(Terminal.Out, audit.ToJson());
        else AuditText.Write(Terminal, audit, arguments.GetValue(_all));
        return CodeOf(target);
    });

    private static int CodeOf(CoverageTarget? target) => target?.Verdict switch
    {
        CoverageVerdict.Reject => ExitCode.Rejected,
        CoverageVerdict.InsufficientEvidence => ExitCode.InsufficientEvidence,
        _ => ExitCode.Done,
    };

    private void RefuseWithoutScenario(ParseResult arguments)
    {
        if (arguments.GetValue(_target) is { } share and not (> 0 and <= 1)) throw new UsageException(FormattableString.Invariant($"--target {share}: a share above 0 and at most 1 is expected"));
        if (arguments.GetValue(_scenario) is not null) return;
        string[] idle = [.. ((Option[])[_set, _strength, _target]).Where(option => arguments.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
        if (idle.Length > 0) throw new UsageException($"{string.Join(", ", idle)}: this is about what a scenario draws; name it with --scenario FILE");
    }

    private RunPlan Plan(string scenario, ParseResult arguments)
    {
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        return new RunPlanner(plugins.Load()).Plan(new() { ScenarioPath = scenario, Overrides = arguments.GetValue(_set)! });
    }

    private DatasetContent Read(DatasetReader dataset, CancellationToken cancellation)
    {
        using var display = ProgressDisplay.Start(Terminal, "frames", dataset.Description.Counts.Frames);
        return DatasetContent.Read(dataset, new DisplayProgress(display), cancellation);
    }

    private static ScenarioCoverage Cover(DatasetContent content, RunPlan plan, int strength)
    {
        try
        {
            var coverage = ScenarioCoverage.Of(content, plan.Scenario, plan.Cousins.Space, strength);
            ScenarioIdentity made = content.Description.Plan.Scenario;
            return coverage.IsOfOtherDraws
                ? throw new UsageException($"--scenario: {plan.Scenario.Id} {plan.Scenario.Version} draws nothing that the dataset has, which was made from {made.Id} {made.Version}; name that scenario's file")
                : coverage;
        }
        catch (CoveringArrayException tooMany)
        {
            throw new UsageException($"--scenario: {tooMany.Message}");
        }
    }
}
