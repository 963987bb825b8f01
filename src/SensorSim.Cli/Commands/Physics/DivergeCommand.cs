using System.CommandLine;
using System.Globalization;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Divergence;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Cli.Commands.Physics;

/// <summary><c>diverge</c>: how far a scenario's physics may be trusted.</summary>
internal sealed class DivergeCommand : CliCommand
{
    private static readonly DivergenceSettings s_usual = new();

    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "scenario file (YAML) with physics" };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<ulong?> _seed = NumberOption.Of<ulong>("--seed", "seed of every draw, instead of the scenario's", 0, RunRequest.MaximumSeed);
    private readonly Option<long?> _sample = NumberOption.Of<long>("--sample", "which cousin (default 0)", 0, CousinSettings.MaximumCount - 1);
    private readonly Option<double?> _seconds = NumberOption.Real("--seconds", "how long, instead of the scenario's episode", "S");
    private readonly Option<double?> _friction = NumberOption.Real("--friction", "friction up and down by so much, 0 leaves it out (default 5)", "PERCENT");
    private readonly Option<double?> _restitution = NumberOption.Real("--restitution", "restitution up and down by so much (default 5)", "PERCENT");
    private readonly Option<double?> _mass = NumberOption.Real("--mass", "mass of all dynamic bodies up and down by so much (default 5)", "PERCENT");
    private readonly Option<double?> _parted = NumberOption.Real("--parted", "bodies have parted at this distance (default 1)", "MM");
    private readonly Option<string?> _out = new("--out", "-o") { Description = "write divergence.json, divergence.html and divergence.svg into this folder, new or empty", HelpName = "DIR" };
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public DivergeCommand(Terminal terminal)
        : base(
            terminal, "diverge", "one episode through every physics backend, with half the step and with numbers a little different: where and when the outcomes part; renders nothing",
            new Example("sensorsim diverge scenarios/physics/free-fall.yaml", "a table: when bodies part, and how far they are from each other at the end"),
            new Example("sensorsim diverge mine.yaml --sample 3 --out out/trust", "with a plot and JSON, which 'render mine.yaml --evidence out/trust/divergence.json' keeps in the dataset"))
    {
        Add(_scenario);
        foreach (Option option in (Option[])[_set, _seed, _sample, _seconds, _friction, _restitution, _mass, _parted, _out, _pluginTimeout, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(stop =>
    {
        DivergenceSettings settings = Settings(arguments);
        string? folder = arguments.GetValue(_out);
        RequireFree(folder);
        var request = new RunRequest { ScenarioPath = arguments.GetRequiredValue(_scenario), Overrides = arguments.GetValue(_set)!, Seed = arguments.GetValue(_seed) };
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        RunPlan plan = new RunPlanner(plugins.Load()).Plan(request);
        DivergenceReport report = Run(plan, arguments.GetValue(_sample) ?? 0, settings, stop);
        string json = JsonOutput.TextOf(report.ToJson());
        if (folder is not null) Write(folder, report, json);
        if (arguments.GetValue(_json)) Terminal.Out.WriteLine(json);
        else Write(report);
        return ExitCode.Done;
    }, Interruption.AfterEpisode);

    private DivergenceReport Run(RunPlan plan, long sample, DivergenceSettings settings, CancellationToken stop)
    {
        if (plan.Scenario.Physics is not { } physics) return DivergenceRun.Of(plan, sample, settings, progress: null, stop);
        using var display = ProgressDisplay.Start(Terminal, "episodes", EpisodeVariant.Of(physics, settings, plan.Catalog).Count + 1);
        return DivergenceRun.Of(plan, sample, settings, new DisplayProgress(display), stop);
    }

    private DivergenceSettings Settings(ParseResult arguments)
    {
        double Share(Option<double?> option, double usual) => arguments.GetValue(option) is not { } percent ? usual
            : percent is >= 0 and < 100 ? percent / 100 : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {percent}: 0 to 100 percent"));
        if (arguments.GetValue(_seconds) is <= 0 or > 1e4) throw new UsageException("--seconds: above 0, and 10000 at most");
        if (arguments.GetValue(_parted) is <= 0) throw new UsageException("--parted: above 0");
        return s_usual with
        {
            FrictionShare = Share(_friction, s_usual.FrictionShare),
            RestitutionShare = Share(_restitution, s_usual.RestitutionShare),
            MassShare = Share(_mass, s_usual.MassShare),
            Seconds = arguments.GetValue(_seconds),
            PartedMetres = arguments.GetValue(_parted) / 1000 ?? s_usual.PartedMetres,
        };
    }

    private static void RequireFree(string? folder)
    {
        if (folder is not null && (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))) throw new UsageException($"--out {folder}: it is not free; choose a new or empty folder");
    }

    private static void Write(string folder, DivergenceReport report, string json)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in new[] { ("divergence.html", report.ToHtml()), ("divergence.svg", report.ToSvg()), ("divergence.json", json + "\n") })
        {
            AtomicFile.Write(Path.Combine(folder, name), System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    private void Write(DivergenceReport report)
    {
        Terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Scenario.Id} {report.Scenario.Version}, sample {report.Sample}, {report.Seconds:G4} s: beside {report.Library} at {report.Physics.RateHz:G4} steps a second{(report.Broken is { } broken ? $", which broke off: {broken}" : "")}"));
        var table = new TextTable([.. DivergenceReport.Heads]);
        foreach (string[] row in report.Rows) table.Add(row);
        table.WriteTo(Terminal.Out);
        Terminal.Out.WriteLine(report.Legend);
        foreach (VariantOutcome outcome in report.Outcomes.Where(outcome => outcome.Broken is not null)) Terminal.Warn($"{outcome.Variant.Name} broke off: {outcome.Broken}");
        if (report.Outcomes.Select(outcome => outcome.FinalMetres).DefaultIfEmpty().Max() is > 0 and var most) Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error bar at the end: {most * 1000:G3} mm"));
    }
}
