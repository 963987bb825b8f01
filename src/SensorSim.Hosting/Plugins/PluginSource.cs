namespace SensorSim.Hosting.Plugins;

/// <summary>
/// Where the author of a plugin works. In a clone the build copies <c>plugins/</c> beside the program: messages name the source, because the
/// copy is made anew with each build.
/// </summary>
internal static class PluginSource
{
    private const string Folder = "plugins";

    /// <summary>The folder with the plugin's sources where it is known, else the folder itself; relative when it lies below the working directory.</summary>
    public static string Of(string directory)
    {
        string name = Path.GetFileName(directory);
        bool isCopy = Path.GetDirectoryName(directory) == Path.Combine(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), Folder);
        return isCopy && Clone() is { } root && Path.Combine(root, Folder, name) is var source && Directory.Exists(source) ? Shown(source) : directory;
    }

    /// <summary>A source file as its author knows it: builds of this project keep only the plugin's folder of its path.</summary>
    /// <param name="file">As the assembly's debug information has it.</param>
    /// <param name="directory">Of the installed plugin.</param>
    public static string OfFile(string file, string directory)
    {
        string prefix = $"/{Path.GetFileName(directory)}/";
        return file.StartsWith(prefix, StringComparison.Ordinal) ? Path.Combine(Of(directory), file[prefix.Length..]) : Shown(file);
    }

    /// <summary>The clone that the program was built in; null for a published program.</summary>
    private static string? Clone()
    {
        for (string? parent = AppContext.BaseDirectory; parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(Path.Combine(parent, Folder, "Plugins.targets")))
            {
                return parent;
            }
        }

        return null;
    }

    private static string Shown(string path) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
}
