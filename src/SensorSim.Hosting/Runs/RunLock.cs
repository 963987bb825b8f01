using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Runs;

/// <summary>Holds a run to the lock that it was given or that lies beside its scenario.</summary>
public static class RunLock
{
    /// <summary>The lock of a request, read; null where there is none.</summary>
    /// <exception cref="PluginException">It cannot be read.</exception>
    public static PluginLock? Of(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.LockPath is { } given ? PluginLock.Read(given)
            : request.ScenarioPath is { } scenario && PathBeside(scenario) is var beside && File.Exists(beside) ? PluginLock.Read(beside)
            : null;
    }

    /// <summary>Where the lock of a scenario lies.</summary>
    public static string PathBeside(string scenario) => Path.Combine(Path.GetDirectoryName(scenario) ?? "", PluginLock.FileName);

    /// <summary>The plan's lock, when every plugin that the plan uses is as it is locked.</summary>
    /// <exception cref="PluginException">The lock cannot be read.</exception>
    /// <exception cref="RequestException">A plugin is not in it, or another one is installed: every one at once.</exception>
    public static PluginLock? Require(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PluginLock? held = Of(plan.Request);
        IReadOnlyList<string> problems = held?.Problems(PluginUses.Of(plan).Values) ?? [];
        return problems.Count == 0 ? held : throw new RequestException(problems);
    }
}
