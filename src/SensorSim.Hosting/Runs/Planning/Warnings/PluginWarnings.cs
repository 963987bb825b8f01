using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Plugins of a run whose sources are newer than their build, and shaders that may not come to an end; not of those that the program brings along.</summary>
internal static class PluginWarnings
{
    public static IEnumerable<PlanWarning> Of(RunPlan plan) =>
        from plugin in PluginUses.Of(plan).Values
        where Path.GetDirectoryName(plugin.Directory) != PluginCatalog.BesideProgram
        from line in Of(plugin)
        select new PlanWarning(default, line);

    private static IEnumerable<string> Of(InstalledPlugin plugin)
    {
        if (PluginBuild.NewerSources(plugin.Directory) is { Length: > 0 } newer)
        {
            yield return PluginBuild.Stale(newer, "this run is");
        }

        if (ShaderLoops.WithoutCount(plugin) is { Length: > 0 } uncounted)
        {
            yield return ShaderLoops.MayNotEnd(uncounted);
        }
    }
}
