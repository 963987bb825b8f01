using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>Plugins found below some directories, and what is wrong with others.</summary>
internal sealed class PluginFolders
{
    /// <summary>Where the project that <c>plugins new</c> writes is built into, beside it.</summary>
    public const string BuiltFolder = "build";

    private readonly SortedDictionary<string, InstalledPlugin> _plugins = new(StringComparer.Ordinal);
    private readonly List<PluginProblem> _problems = [];

    private PluginFolders()
    {
    }

    /// <summary>By id, in ordinal order.</summary>
    public IReadOnlyDictionary<string, InstalledPlugin> Plugins => _plugins;

    /// <summary>Folders that were left out, and why.</summary>
    public IReadOnlyList<PluginProblem> Problems => _problems;

    /// <summary>Loads every plugin.</summary>
    /// <param name="directories">Each is a plugin's folder or holds such folders.</param>
    /// <param name="load">Makes a plugin of its folder.</param>
    public static PluginFolders Load(IEnumerable<string> directories, Func<string, PluginManifest, InstalledPlugin> load)
    {
        var folders = new PluginFolders();
        var manifests = new List<(string Directory, PluginManifest Manifest)>();
        foreach (string folder in directories.SelectMany(folders.FoldersOf))
        {
            string file = Path.Combine(folder, PluginManifestReader.FileName);
            folders.Attempt(Path.Combine(PluginSource.Of(folder), PluginManifestReader.FileName), () => PluginManifestReader.LikelyId(file), () => manifests.Add((folder, PluginManifestReader.Read(file))));
        }

        foreach (var sameId in manifests.GroupBy(entry => entry.Manifest.Id, StringComparer.Ordinal))
        {
            folders.AddOnly(sameId.Key, [.. sameId], load);
        }

        return folders;
    }

    private void AddOnly(string id, IReadOnlyList<(string Directory, PluginManifest Manifest)> found, Func<string, PluginManifest, InstalledPlugin> load)
    {
        if (found.Count == 1)
        {
            Attempt(PluginSource.Of(found[0].Directory), () => id, () => _plugins.Add(id, load(found[0].Directory, found[0].Manifest)));
            return;
        }

        // Whichever came first would win by accident of a directory's order.
        string all = string.Join(", ", found.Select(entry => PluginSource.Of(entry.Directory)));
        _problems.Add(new(PluginSource.Of(found[0].Directory), id, $"Several folders hold a plugin \"{id}\": {all}. Remove all but one."));
    }

    private void Attempt(string path, Func<string> id, Action action)
    {
        try
        {
            action();
        }
        catch (PluginException error)
        {
            _problems.Add(new(path, id(), error.Message));
        }
        catch (Exception error) when (JsonTexts.AreBroken(error))
        {
            _problems.Add(new(path, id(), JsonTexts.Problem));
        }
        catch (Exception error) when (PluginFault.In(error) is { } fault)
        {
            _problems.Add(new(path, id(), $"While it was loaded, {fault.Source ?? "its code"} failed with {fault.Problem}{(fault.Place is null ? "" : $" [{fault.Place}]")}"));
        }
    }

    private IEnumerable<string> FoldersOf(string directory)
    {
        if (!Directory.Exists(directory))
        {
            _problems.Add(new(directory, null, PluginSource.ToBuild(directory) is { } project ? $"It is not built yet: run dotnet build in {project}." : "There is no such plugin directory."));
            return [];
        }

        // Of a project that "plugins new" made, what was built.
        string built = Path.Combine(directory, BuiltFolder);
        return File.Exists(Path.Combine(directory, PluginManifestReader.FileName)) ? [directory]
            : File.Exists(Path.Combine(built, PluginManifestReader.FileName)) ? [built]
            : Directory.EnumerateDirectories(directory)
                .Where(folder => File.Exists(Path.Combine(folder, PluginManifestReader.FileName)))
                .Order(StringComparer.Ordinal);
    }
}
