using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;

namespace SensorSim.Cli.Commands.Plugins;

/// <summary><c>plugins lock</c>: pins what is installed, so that a run later uses the same or none.</summary>
internal sealed class PluginsLockCommand : CliCommand
{
    private readonly Argument<string?> _scenario = new("SCENARIO") { Description = "only the plugins that this scenario uses", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<string?> _out = new("--out", "-o") { Description = $"the file (default: SCENARIO.lock.json beside the scenario; {PluginLock.FileName} without one)", HelpName = "FILE" };
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();

    public PluginsLockCommand(Terminal terminal)
        : base(
            terminal, "lock", "write down ids, versions and digests of plugins: render then refuses others",
            new Example("sensorsim plugins lock mine.yaml", "what this scenario uses, into mine.lock.json beside it; render mine.yaml finds it there"),
            new Example("sensorsim plugins lock --out all.lock.json", "all that is installed, for render --lock all.lock.json"))
    {
        Add(_scenario);
        foreach (Option option in (Option[])[_set, _out, _pluginTimeout]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        string? scenario = arguments.GetValue(_scenario);
        if (scenario is null && arguments.GetValue(_set)!.Length > 0) throw new UsageException("--set changes a scenario; give one");
        string path = arguments.GetValue(_out) ?? (scenario is null ? PluginLock.FileName : RunLock.PathBeside(scenario));
        OutputFile file = OutputFile.Of("--out", path, ".json")!;
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), asJson: false);
        PluginCatalog catalog = plugins.Load();
        PluginLock held = PluginLock.Of(scenario is null
            ? catalog.Plugins.Values
            : PluginUses.Of(new RunPlanner(catalog).Plan(new() { ScenarioPath = scenario, Overrides = arguments.GetValue(_set)! })).Values);
        file.Write(held.ToJson());
        Terminal.Out.WriteLine($"{Quantity.Of(held.Plugins.Count, "plugin")} locked in {path}{(held.Plugins.Count == 0 ? $": {(scenario is null ? "none is installed" : "the scenario uses none")}" : "")}");
        return ExitCode.Done;
    }
}
