using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>What was built of a plugin, beside what its author wrote since.</summary>
public static class PluginBuild
{
    private static readonly string[] s_made = ["bin", "obj"];

    private static readonly string[] s_copied = [".glsl", ".json"];

    /// <summary>Files that were changed after the build, in ordinal order; none where sources are not at hand.</summary>
    public static string[] NewerSources(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        string source = PluginSource.Of(plugin.Directory);
        return plugin.Manifest.Assembly is not { } assembly || source == plugin.Directory ? []
            : [.. SourcesIn(source).Where(file => IsNewer(file, Path.Combine(plugin.Directory, assembly), Path.Combine(plugin.Directory, Path.GetRelativePath(source, file))))];
    }

    // What is compiled has the time of the assembly to go by; what is copied has its copy.
    private static bool IsNewer(string file, string assembly, string copy) => s_copied.Contains(Path.GetExtension(file), StringComparer.Ordinal)
        ? File.Exists(copy) && !File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(copy))
        : Path.GetExtension(file) == ".cs" && File.GetLastWriteTimeUtc(file) > File.GetLastWriteTimeUtc(assembly);

    private static IEnumerable<string> SourcesIn(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(below => !s_made.Contains(Path.GetFileName(below), StringComparer.Ordinal)).SelectMany(SourcesIn))
        .Order(StringComparer.Ordinal);
}
