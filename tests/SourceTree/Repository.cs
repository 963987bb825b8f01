namespace SensorSim.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly char[] _separators = ['/', '\\'];

    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the tree.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files below a folder of the tree, without build outputs; empty when the folder does not exist.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? [.. Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>A path as the messages show it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsSource(string path) =>
        !Path.GetRelativePath(Root, path).Split(_separators).Any(part => part is "bin" or "obj");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SensorSim.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No SensorSim.sln above {AppContext.BaseDirectory}.");
    }
}
