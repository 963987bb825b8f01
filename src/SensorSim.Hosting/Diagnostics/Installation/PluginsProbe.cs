using SensorSim.Hosting.Plugins;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Loads every plugin there is.</summary>
internal static class PluginsProbe
{
    public static PluginsFact Probe()
    {
        IReadOnlyList<string> directories = PluginCatalog.StandardDirectories();
        var catalog = PluginCatalog.Load(directories);
        string folder = directories.Count > 0 ? string.Join(", ", directories) : Path.Combine(AppContext.BaseDirectory, "plugins");
        return new(folder, catalog.Plugins.Count, catalog.Problems.Count > 0 ? string.Join("; ", catalog.Problems) : null);
    }
}
