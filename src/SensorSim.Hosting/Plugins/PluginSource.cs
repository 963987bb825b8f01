namespace SensorSim.Hosting.Plugins;

/// <summary>
/// Where the author of a plugin works. A build copies the manifest and the GLSL beside the assembly, in a clone also beside the program: messages name the source, because
/// the copy is made anew with each build.
/// </summary>
internal static class PluginSource
{
    private const string Folder = "plugins";

    /// <summary>How far above a build its project may lie: <c>bin/Release/net10.0</c>.</summary>
    private const int MostLevels = 3;

    private static readonly EnumerationOptions s_readable = new() { IgnoreInaccessible = true };

    /// <summary>The folder with the plugin's sources where it is known, else the folder itself; relative when it lies below the working directory.</summary>
    public static string Of(string directory) => InClone(directory) ?? OfProject(directory) ?? directory;

    /// <summary>A source file as its author knows it: builds keep only one folder's name of the path to the project.</summary>
    /// <param name="file">As the assembly's debug information has it.</param>
    /// <param name="directory">Of the installed plugin.</param>
    public static string OfFile(string file, string directory)
    {
        string inProject = file.IndexOf('/', Math.Min(1, file.Length)) is > 0 and var end ? Path.Combine(Of(directory), file[(end + 1)..]) : file;
        return file.StartsWith($"/{Path.GetFileName(directory)}/", StringComparison.Ordinal) || (!File.Exists(file) && File.Exists(inProject)) ? inProject : Shown(file);
    }

    /// <summary>What was built of a project, as <c>plugins new</c> lays it out; null where there is none, or the folder is no project.</summary>
    public static string? BuildOf(string project)
    {
        string build = Path.GetFullPath(Path.Combine(project, "..", PluginFolders.BuiltFolder));
        return File.Exists(Path.Combine(build, PluginManifestReader.FileName)) && IsProject(project) && IsOf(project, build) ? Shown(build) : null;
    }

    /// <summary>The project that a folder will be built from which is not there, as <c>plugins new</c> lays it out; null where there is none.</summary>
    public static string? ToBuild(string missing)
    {
        string build = Path.TrimEndingDirectorySeparator(Path.GetFullPath(missing));
        return Path.GetFileName(build) == PluginFolders.BuiltFolder && Directory.GetParent(build) is { Exists: true } parent
            && Directory.EnumerateDirectories(parent.FullName, "*", s_readable).Where(IsProject).ToArray() is [var project] ? Shown(project) : null;
    }

    private static string? InClone(string directory)
    {
        bool isCopy = Path.GetDirectoryName(directory) == PluginCatalog.BesideProgram;
        return isCopy && ProgramFolders.Clone is { } root && Path.Combine(root, Folder, Path.GetFileName(directory)) is var source && Directory.Exists(source) ? Shown(source) : null;
    }

    // The project of the same plugin: above the build, or beside it as "plugins new" lays it out.
    private static string? OfProject(string directory)
    {
        if (!File.Exists(Path.Combine(directory, PluginManifestReader.FileName)) || IsProject(directory) || Path.GetDirectoryName(directory) is not { } parent)
        {
            return null;
        }

        IEnumerable<string> above = Enumerable.Range(1, MostLevels).Select(levels => Path.GetFullPath(Path.Combine(directory, Path.Combine([.. Enumerable.Repeat("..", levels)]))));
        string[] projects = [.. above.Concat(Directory.EnumerateDirectories(parent, "*", s_readable)).Where(folder => IsProject(folder) && IsOf(folder, directory))];
        return projects is [var only] ? Shown(only) : null;
    }

    /// <summary>Whether a plugin is built from here.</summary>
    public static bool IsProject(string folder) =>
        File.Exists(Path.Combine(folder, PluginManifestReader.FileName)) && Directory.EnumerateFiles(folder, "*.csproj", s_readable).Any();

    // The manifest may have been changed since the build, or have no id that can be read.
    private static bool IsOf(string project, string build) => IdIn(project) == IdIn(build)
        || File.ReadAllBytes(Path.Combine(project, PluginManifestReader.FileName)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(build, PluginManifestReader.FileName)));

    private static string IdIn(string folder) => PluginManifestReader.LikelyId(Path.Combine(folder, PluginManifestReader.FileName));

    private static string Shown(string path) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
}
