using System.IO.Enumeration;

namespace SensorSim.Hosting.Styles;

/// <summary>Paths with <c>*</c> and <c>?</c>, as a shell has them, and <c>**</c> for any number of folders.</summary>
internal static class PathPattern
{
    private const string AnyFolders = "**";

    public static bool IsOne(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that a pattern finds below a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Find(string pattern, string baseFolder)
    {
        string whole = Path.GetFullPath(pattern, baseFolder);
        string[] parts = whole.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> folders = ["/"];
        foreach (string part in parts[..^1])
        {
            folders = [.. folders.SelectMany(folder => Below(folder, part)).Distinct(StringComparer.Ordinal)];
        }

        return [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder).Where(file => Matches(parts[^1], file))).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Below(string folder, string part)
    {
        if (!IsOne(part))
        {
            return [Path.Combine(folder, part)];
        }

        if (!Directory.Exists(folder))
        {
            return [];
        }

        return part == AnyFolders
            ? Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder)
            : Directory.EnumerateDirectories(folder).Where(child => Matches(part, child));
    }

    private static bool Matches(string part, string path) => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(path), ignoreCase: false);
}
