using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Conformance;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Plugins;

/// <summary><c>plugins test</c>: whether a plugin keeps the promises that it makes by what it declares.</summary>
internal sealed class PluginsTestCommand : CliCommand
{
    private const int CheckWidth = 22, MeasuredWidth = 9, ToleranceWidth = 46, OutcomeWidth = 6;

    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    private readonly Argument<string> _plugin = new("ID|FOLDER") { Description = "an installed plugin, or the folder that one was built into" };
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _json = SharedOptions.Json();

    public PluginsTestCommand(Terminal terminal)
        : base(
            terminal, "test", "whether a plugin keeps its promises: independent noise, same bytes, shader as reference, … (exit 1 when it does not, or is newer than its build)",
            new Example("sensorsim plugins test build", "the plugin in the folder build"),
            new Example("sensorsim plugins test camera.noise --json", "an installed one, for a script"))
    {
        Add(_plugin);
        foreach (Option option in (Option[])[_pluginTimeout, _device, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        bool asJson = arguments.GetValue(_json);
        using var watched = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), asJson);
        InstalledPlugin plugin = Find(arguments.GetRequiredValue(_plugin), watched.Calls);
        string[] newer = PluginBuild.NewerSources(plugin.Directory);
        if (newer.Length > 0) Terminal.Warn(PluginBuild.Stale(newer, "the checks are"));
        var table = new RunningTable(asJson ? TextWriter.Null : Terminal.Out, CheckWidth, MeasuredWidth, ToleranceWidth, OutcomeWidth);
        watched.Remains = () => InCheck(table);
        ConformanceResult[] results = Run(plugin, arguments.GetValue(_device), table, out string? device);
        bool passed = newer.Length == 0 && results.All(result => result.Outcome != ConformanceOutcome.Fail);
        if (asJson)
            JsonOutput.Write(Terminal.Out, ToJson(plugin, device, passed, newer, results));
        else
            WriteVerdict(plugin, results, newer);
        return passed ? ExitCode.Done : ExitCode.Failed;
    }

    private static string? InCheck(RunningTable table)
    {
        string? check = table.Begun;
        table.Leave();
        return check is null ? null : $"This was in the check {check}.";
    }

    private static InstalledPlugin Find(string idOrFolder, PluginCalls calls)
    {
        if (!Directory.Exists(idOrFolder)) return Installed(idOrFolder, calls);

        var catalog = PluginCatalog.Load([idOrFolder], calls);
        return catalog.Plugins.Count == 1 && catalog.Problems.Count == 0
            ? catalog.Plugins.Values.Single()
            : throw new UsageException(catalog.Problems.Count > 0
                ? [.. catalog.Problems.Select(problem => problem.ToString()), .. Unbuilt(idOrFolder)]
                : [$"{idOrFolder} has {(catalog.Plugins.Count == 0 ? "no plugin" : $"{catalog.Plugins.Count} plugins")} in it; name a folder with one plugin.json, such as the one that the build writes."]);
    }

    // What is wrong with a build may be mended already.
    private static string[] Unbuilt(string folder) => PluginBuild.NewerSources(folder) is { Length: > 0 } newer
        ? [PluginBuild.Stale(newer, "this is")]
        : [];

    private static InstalledPlugin Installed(string id, PluginCalls calls)
    {
        var installed = PluginCatalog.Load(PluginCatalog.StandardDirectories(), calls);
        bool mayBeFolder = !id.Contains('.', StringComparison.Ordinal) && !installed.Plugins.ContainsKey(id) && installed.WhyUnusable(id) is null;
        return mayBeFolder
            ? throw new UsageException($"There is no folder {id}, and no plugin of that name: in a plugin's project, dotnet build writes the folder; sensorsim plugins list has the names.")
            : installed.Require(id);
    }

    private ConformanceResult[] Run(InstalledPlugin plugin, string? selector, RunningTable table, out string? deviceName)
    {
        deviceName = null;
        if (!ConformanceKit.NeedsDevice(plugin)) return Run(plugin, null, table);

        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, selector);
        Terminal.Say(DeviceListing.Announcement(chosen));
        using var device = ProgramFolders.OpenDevice(instance, chosen);
        deviceName = chosen.Name;
        return Run(plugin, new(device, ProgramFolders.OpenShaders()), table);
    }

    // A check takes up to minutes on the software device.
    private ConformanceResult[] Run(InstalledPlugin plugin, ConformanceBench? bench, RunningTable table)
    {
        var results = new List<ConformanceResult>();
        table.Add("check", "measured", "tolerance", "result", "note");
        DelayedLine? waiting = null;
        void Begin(string check)
        {
            table.Begin(check);
            waiting = new(Terminal.Say, $"\n{check}: no result yet. On a software device some checks take long; a call that does not come back is ended by --plugin-timeout", TimeProvider.System, s_long);
        }

        try
        {
            foreach (ConformanceResult result in ConformanceKit.Run(plugin, bench, Begin))
            {
                waiting?.Dispose();
                table.End(Number(result.Measured), result.Tolerance, result.Outcome == ConformanceOutcome.Fail ? "FAIL" : Word(result.Outcome), result.Note);
                results.Add(result);
            }
        }
        finally
        {
            waiting?.Dispose();
            table.Leave();
        }

        return [.. results];
    }

    private void WriteVerdict(InstalledPlugin plugin, ConformanceResult[] results, string[] newer)
    {
        Terminal.Out.WriteLine();
        foreach (ConformanceResult broken in results.Where(result => result.Outcome == ConformanceOutcome.Fail)) Terminal.Out.WriteLine($"{broken.Id}: {broken.Promise}");
        int Count(ConformanceOutcome outcome) => results.Count(result => result.Outcome == outcome);
        int failed = Count(ConformanceOutcome.Fail);
        Terminal.Out.WriteLine(failed == 0
            ? $"{plugin.Manifest.Id}{(newer.Length == 0 ? "" : $", as it was built before {newer[0]}{(newer.Length > 1 ? " and others were" : " was")} changed,")} keeps its promises: {Count(ConformanceOutcome.Pass)} passed, {Count(ConformanceOutcome.Skip)} skipped.{(newer.Length == 0 ? "" : " What is written now was not looked at: build it first.")}"
            : $"{plugin.Manifest.Id} BREAKS {failed} of its promises; docs/plugins.md says what each asks for.");
    }

    private static JsonObject ToJson(InstalledPlugin plugin, string? device, bool passed, string[] newer, ConformanceResult[] results) => new()
    {
        ["plugin"] = plugin.Manifest.Id,
        ["version"] = plugin.Manifest.Version,
        ["sha256"] = plugin.Digest,
        ["device"] = device,
        ["passed"] = passed,
        ["newer_sources"] = JsonOutput.Array(newer),
        ["checks"] = JsonOutput.Array(results, result => new JsonObject
        {
            ["id"] = result.Id,
            ["promise"] = result.Promise,
            ["outcome"] = Word(result.Outcome),
            ["measured"] = result.Measured is { } measured && double.IsFinite(measured) ? measured : null,
            ["tolerance"] = result.Tolerance,
            ["note"] = result.Note,
        }),
    };

    private static string Word(ConformanceOutcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "";
}
