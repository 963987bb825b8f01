using SensorSim.Plugins;

namespace SensorSim.Scenes.Files;

/// <summary>The file that was probably meant by a path that leads to none.</summary>
internal static class NearestFile
{
    /// <summary>A folder may hold many files; a hint need not look at all of them.</summary>
    private const int MaximumSuggestions = 1000;

    /// <summary>The name of the nearest file in the same folder; null where something is in the path's place, and where nothing is near.</summary>
    /// <param name="path">As given.</param>
    /// <param name="extensions">What names of such files end in, lower-case with the dot.</param>
    public static string? Of(string path, params string[] extensions)
    {
        string folder = path.Contains('\0', StringComparison.Ordinal) || Path.Exists(path) ? "" : Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        string[] names = !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))
            .Where(name => extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)).Take(MaximumSuggestions)];
        return NearestName.Of(Path.GetFileName(path), names) ?? LongerName(path, names);
    }

    // hall.hdr for hall_1k.hdr.
    private static string? LongerName(string path, string[] names) =>
        NearestName.Of(Path.GetFileNameWithoutExtension(path), names.Select(name => Path.GetFileNameWithoutExtension(name))) is { } stem
            ? Array.Find(names, name => Path.GetFileNameWithoutExtension(name) == stem) : null;
}
