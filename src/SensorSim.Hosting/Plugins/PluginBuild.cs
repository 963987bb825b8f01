namespace SensorSim.Hosting.Plugins;

/// <summary>What was built of a plugin, beside what its author wrote since.</summary>
public static class PluginBuild
{
    private static readonly string[] s_made = ["bin", "obj"];

    private static readonly string[] s_copied = [".glsl", ".json"];

    /// <summary>Files that were changed after the build, in ordinal order; none where sources are not at hand, or nothing is compiled.</summary>
    /// <param name="build">The folder that was built into, whether what is in it can be loaded or not.</param>
    public static string[] NewerSources(string build)
    {
        string folder = Path.GetFullPath(build), source = PluginSource.Of(folder);
        DateTime[] assemblies = [.. Directory.EnumerateFiles(folder, "*.dll").Select(File.GetLastWriteTimeUtc)];
        return assemblies.Length == 0 || source == folder ? [] : [.. SourcesIn(source).Where(file => IsNewer(file, assemblies.Max(), Path.Combine(folder, Path.GetRelativePath(source, file))))];
    }

    /// <summary>The line for a person about them.</summary>
    /// <param name="newer">Of <see cref="NewerSources"/>.</param>
    /// <param name="what">What was made of the build, with its verb: "the checks are".</param>
    public static string Stale(string[] newer, string what)
    {
        ArgumentNullException.ThrowIfNull(newer);
        return $"{string.Join(", ", newer)}: newer than what was built, which {what} of: build it first";
    }

    // What is compiled has the time of the assemblies to go by; what is copied has its copy.
    private static bool IsNewer(string file, DateTime built, string copy) => s_copied.Contains(Path.GetExtension(file), StringComparer.Ordinal)
        ? File.Exists(copy) && !File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(copy))
        : Path.GetExtension(file) == ".cs" && File.GetLastWriteTimeUtc(file) > built;

    private static IEnumerable<string> SourcesIn(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(below => !s_made.Contains(Path.GetFileName(below), StringComparer.Ordinal)).SelectMany(SourcesIn))
        .Order(StringComparer.Ordinal);
}
