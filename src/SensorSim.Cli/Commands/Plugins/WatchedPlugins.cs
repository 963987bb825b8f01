using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.Cli.Commands.Plugins;

/// <summary>The plugins of one command under a watchdog, from their loading on: one that hangs, or ends the program, is named, and the process ends with 1.</summary>
internal sealed class WatchedPlugins : IDisposable
{
    private readonly Terminal _terminal;
    private readonly bool _asJson;

    /// <param name="terminal">Gets the message.</param>
    /// <param name="limitSeconds">From <see cref="TimeoutOption"/>; null is the default.</param>
    /// <param name="asJson">A program reads standard output.</param>
    public WatchedPlugins(Terminal terminal, double? limitSeconds, bool asJson)
    {
        (_terminal, _asJson) = (terminal, asJson);
        Calls = new();
        TimeSpan limit = limitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : PluginWatchdog.DefaultLimit;
        Watchdog = new(Calls, limit, End);
        AppDomain.CurrentDomain.ProcessExit += EndAsFailed;
    }

    /// <summary>What the watchdog looks at.</summary>
    public PluginCalls Calls { get; }

    public PluginWatchdog Watchdog { get; }

    /// <summary>A sentence to add to the message: what is left behind. Null adds nothing.</summary>
    public Func<string?>? Remains { get; set; }

    public static Option<double?> TimeoutOption()
    {
        Option<double?> option = NumberOption.Real("--plugin-timeout", "how long one call of a plugin, or one pass of its shader, may take before the process is ended (default 300)", "S");
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValue(option) is <= 0 or > 1e6) result.AddError("--plugin-timeout: seconds, above 0 and at most 1000000");
        });
        return option;
    }

    /// <summary>Loads what is installed; warns of what is broken.</summary>
    public PluginCatalog Load()
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories(), Calls);
        foreach (PluginProblem problem in catalog.Problems) _terminal.Warn(problem.Notice);
        return catalog;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndAsFailed;
        Watchdog.Dispose();
    }

    // Whoever waits for the process would read a plugin's Environment.Exit(0) as a job that is done. What a signal ends has a code above 128.
    private void EndAsFailed(object? sender, EventArgs e)
    {
        if (Environment.ExitCode <= 128 && Calls.Running is [var call, ..]) End($"the plugin {call.Plugin} ({call.Member}) ended the program; a plugin returns or throws.");
    }

    private void End(string problem)
    {
        string[] lines = [.. new[] { problem, Remains?.Invoke() }.OfType<string>()];
        _terminal.Say($"error: {string.Join('\n', lines)}");
        if (_asJson) JsonOutput.WriteError(_terminal, new(ExitCode.Failed, lines));
        _terminal.Out.Flush();
        _terminal.Error.Flush();
        ProcessEnd.AtOnce(ExitCode.Failed);
    }
}
