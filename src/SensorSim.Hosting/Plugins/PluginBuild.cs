using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>What was built of a plugin, beside what its author wrote since.</summary>
public static class PluginBuild
{
    private static readonly string[] s_made = ["bin", "obj"];

    /// <summary>A source file that was changed after the build; null where none was, or sources are not at hand.</summary>
    public static string? NewerSource(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        string source = PluginSource.Of(plugin.Directory);
        return plugin.Manifest.Assembly is not { } assembly || source == plugin.Directory ? null
            : SourcesIn(source).FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > File.GetLastWriteTimeUtc(Path.Combine(plugin.Directory, assembly)));
    }

    private static IEnumerable<string> SourcesIn(string folder) => Directory.EnumerateFiles(folder, "*.cs")
        .Concat(Directory.EnumerateDirectories(folder).Where(below => !s_made.Contains(Path.GetFileName(below), StringComparer.Ordinal)).SelectMany(SourcesIn))
        .Order(StringComparer.Ordinal);
}
