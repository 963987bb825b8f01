using System.CommandLine;
using System.Globalization;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Rehearsals;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Cli.Commands.Physics;

/// <summary><c>rehearse</c>: which episodes of a run succeed.</summary>
internal sealed class RehearseCommand : CliCommand
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "scenario file (YAML) with physics; its task may say what success is" };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<ulong?> _seed = NumberOption.Of<ulong>("--seed", "seed of every draw, instead of the scenario's", 0, RunRequest.MaximumSeed);
    private readonly Option<long?> _samples = NumberOption.Of<long>("--samples", "how many, instead of the scenario's count", 1, CousinSettings.MaximumCount);
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public RehearseCommand(Terminal terminal)
        : base(
            terminal, "rehearse", "the episodes of a run by physics alone: how many do what the task says, and why others do not; renders nothing",
            new Example("sensorsim rehearse scenarios/robots/arm-stack.yaml", "success rate, and reasons with the first sample of each"),
            new Example("sensorsim rehearse mine.yaml --samples 1000 --json", "the outcome of each sample"))
    {
        Add(_scenario);
        foreach (Option option in (Option[])[_samples, _set, _seed, _pluginTimeout, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(stop =>
    {
        var request = new RunRequest { ScenarioPath = arguments.GetRequiredValue(_scenario), Overrides = arguments.GetValue(_set)!, Seed = arguments.GetValue(_seed), Samples = arguments.GetValue(_samples) };
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        RehearsalReport report = Run(new RunPlanner(plugins.Load()).Plan(request), stop);
        if (arguments.GetValue(_json)) JsonOutput.Write(Terminal.Out, report.ToJson());
        else Write(report);
        return report.Unlawful == 0 ? ExitCode.Done : ExitCode.RejectedFrames;
    }, Interruption.AfterEpisode);

    private RehearsalReport Run(RunPlan plan, CancellationToken stop)
    {
        using var display = ProgressDisplay.Start(Terminal, "episodes", plan.Samples);
        return Rehearsal.Of(plan, new DisplayProgress(display), stop);
    }

    private void Write(RehearsalReport report)
    {
        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Scenario.Id} {report.Scenario.Version}, seed {report.Seed}: {report.Counts.Succeeded} of {report.Samples.Count} episodes {(report.HasConditions ? "succeed" : "keep the laws of mechanics")} ({100 * report.SuccessRate:0.#} %)"));
        if (!report.HasConditions) Terminal.Out.WriteLine("(the scenario does not say what success is: task.success)");
        if (report.Counts.Failed.Count == 0)
        {
            return;
        }

        var table = new TextTable("episodes", "why they fail", "the first one");
        foreach ((string reason, long count) in report.Counts.Failed.OrderByDescending(one => one.Value))
        {
            RehearsedSample first = report.Samples.First(sample => sample.Outcome.Reason == reason);
            table.Add(count.ToString(CultureInfo.InvariantCulture), reason, string.Create(CultureInfo.InvariantCulture, $"sample {first.Sample}: {first.Outcome.Detail}"));
        }

        table.WriteTo(Terminal.Out);
    }
}
