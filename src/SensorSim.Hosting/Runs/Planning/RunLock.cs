using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Holds a run to the lock that it was given, that is its scenario's, or that is its scenario's folder's.</summary>
public static class RunLock
{
    private const string Extension = ".lock.json";

    /// <summary>The lock of a request, read; null where there is none.</summary>
    /// <exception cref="PluginException">It cannot be read.</exception>
    public static PluginLock? Of(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string?[] places = request.LockPath is not null ? [request.LockPath]
            : request.ScenarioPath is { } scenario ? [.. new[] { PathBeside(scenario), Path.Combine(Path.GetDirectoryName(scenario) ?? "", PluginLock.FileName) }.Where(File.Exists)]
            : [];
        return places.FirstOrDefault() is { } path ? PluginLock.Read(path) : null;
    }

    /// <summary>Where the lock of a scenario lies: <c>aisle.lock.json</c> beside <c>aisle.yaml</c>.</summary>
    public static string PathBeside(string scenario) => Path.ChangeExtension(scenario, null) + Extension;

    /// <summary>The plan's lock, when every plugin that the plan uses is as it is locked.</summary>
    /// <exception cref="PluginException">The lock cannot be read.</exception>
    /// <exception cref="RequestException">Plugins are not in it, or others are installed.</exception>
    public static PluginLock? Require(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PluginLock? held = Of(plan.Request);
        return held?.Problem(PluginUses.Of(plan).Values) is { } problem
            ? throw new RequestException([$"{held.Path}: {problem} Install what is locked, or lock anew: {Anew(plan.Request)}"])
            : held;
    }

    private static string Anew(RunRequest request) => request.LockPath is { } path ? $"sensorsim plugins lock --out {path}" : $"sensorsim plugins lock {request.ScenarioPath}";
}
