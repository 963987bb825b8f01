using System.Runtime.Loader;
using SensorSim.Hosting.Profiles;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;

namespace SensorSim.Hosting.Plugins;

/// <summary>
/// Every plugin that can be used, built-in or a stranger's: all come through the same door. A broken folder is reported and
/// hurts nobody who does not ask for it.
/// </summary>
public sealed class PluginCatalog
{
    /// <summary>Environment variable that names more plugin directories, separated like PATH.</summary>
    public const string DirectoriesVariable = "SENSORSIM_PLUGINS";

    private readonly IReadOnlyList<string> _directories;

    private PluginCatalog(IReadOnlyList<string> directories, IReadOnlyDictionary<string, InstalledPlugin> plugins, IReadOnlyList<PluginProblem> problems, PluginCalls calls)
    {
        _directories = directories;
        Plugins = plugins;
        Problems = problems;
        Calls = calls;
    }

    /// <summary>By id, in ordinal order.</summary>
    public IReadOnlyDictionary<string, InstalledPlugin> Plugins { get; }

    /// <summary>Folders that were left out, and why.</summary>
    public IReadOnlyList<PluginProblem> Problems { get; }

    /// <summary>The calls into the plugins' code that are on.</summary>
    public PluginCalls Calls { get; }

    /// <summary>Cameras as data, which give values to parameters of plugins.</summary>
    public ProfileCatalog Profiles { get; } = ProfileCatalog.Standard();

    /// <summary>Where the plugins are that the program brings along.</summary>
    internal static string BesideProgram { get; } = Path.Combine(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), "plugins");

    /// <summary>The directory beside the program, those of <see cref="DirectoriesVariable"/>, then the given ones.</summary>
    public static IReadOnlyList<string> StandardDirectories(params IEnumerable<string> more)
    {
        string[] named = (Environment.GetEnvironmentVariable(DirectoriesVariable) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. Directory.Exists(BesideProgram) ? [BesideProgram] : Array.Empty<string>(), .. named, .. more];
    }

    /// <summary>Loads every plugin below the given directories; each is a plugin's folder or holds such folders.</summary>
    /// <param name="directories">See <see cref="StandardDirectories"/>.</param>
    /// <param name="calls">Gets to know every call into a plugin from its constructor on; null makes one.</param>
    public static PluginCatalog Load(IEnumerable<string> directories, PluginCalls? calls = null)
    {
        calls ??= new();
        return Load(directories, calls, (directory, manifest) => PluginLoader.Load(directory, manifest, calls));
    }

    /// <summary>
    /// Loads in memory, so that authors may write over the files: a plugin whose files are as they were in an earlier catalog is taken from there. The earlier one's other
    /// plugins can be unloaded (<see cref="Unload"/>) when nothing uses them any more.
    /// </summary>
    /// <param name="directories">See <see cref="StandardDirectories"/>.</param>
    /// <param name="calls">Gets to know every call into a plugin.</param>
    /// <param name="earlier">Made by this method; null at the beginning.</param>
    public static PluginCatalog Reload(IEnumerable<string> directories, PluginCalls calls, PluginCatalog? earlier) => Load(directories, calls, (directory, manifest) =>
        earlier?.Plugins.GetValueOrDefault(manifest.Id) is { } before && before.Directory == directory && before.Digest == PluginDigest.Of(directory)
            ? before
            : PluginLoader.Load(directory, manifest, calls, inMemory: true));

    /// <summary>Lets go of the code of an earlier catalog's plugins that this one does not share. The runtime frees it once nothing refers to it.</summary>
    public void Unload(PluginCatalog earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        foreach (InstalledPlugin plugin in earlier.Plugins.Values.Except(Plugins.Values))
        {
            (AssemblyLoadContext.GetLoadContext(plugin.Instance.GetType().Assembly) as PluginLoadContext)?.Unload();
        }
    }

    private static PluginCatalog Load(IEnumerable<string> directories, PluginCalls calls, Func<string, PluginManifest, InstalledPlugin> load)
    {
        string[] places = [.. directories.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
        var folders = PluginFolders.Load(places, load);
        return new(places, folders.Plugins, folders.Problems, calls);
    }

    /// <summary>A plugin by id.</summary>
    /// <exception cref="PluginException">It is not there, or it is broken: the message says which and what to do.</exception>
    public InstalledPlugin Require(string id)
    {
        if (Plugins.TryGetValue(id, out InstalledPlugin? plugin))
        {
            return plugin;
        }

        throw new PluginException(WhyUnusable(id) ?? $"There is no plugin \"{id}\".{NearestName.Hint(id, Plugins.Keys)}{PlacesOf(id)}");
    }

    /// <summary>Why a plugin that is installed, or what is none, cannot be used; null for one that works or is not there.</summary>
    public string? WhyUnusable(string id) =>
        !Plugins.ContainsKey(id) && Problems.FirstOrDefault(candidate => candidate.Id == id) is { } problem
            ? $"The plugin {id} is installed but cannot be used. {problem.Path}: {problem.Message}"
            : Profiles.Names.Contains(id, StringComparer.Ordinal) ? $"{id} is no plugin but the profile of a whole camera: --sensor profile:{id}, or {{ profile: {id} }} in a scenario."
            : null;

    /// <summary>Why a stage of the command line cannot be used, and where it was looked for; null for one that is there, or mistyped.</summary>
    public string? WhyNoStage(string id) =>
        WhyUnusable(id) ?? (PlacesOf(id) is { Length: > 0 } places ? SensorChain.NoPlugin(id, Plugins) + places : null);

    /// <summary>To append to an error: where a plugin was looked for that is like none that is there. Empty for one that is there, is broken or is mistyped.</summary>
    public string PlacesOf(string id)
    {
        bool isSet = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(DirectoriesVariable));
        return Plugins.ContainsKey(id) || WhyUnusable(id) is not null || NearestName.Of(id, Plugins.Keys) is not null ? ""
            : $" (looked in {string.Join(", ", _directories)}{(isSet ? "" : $"; {DirectoriesVariable}, which names folders of more plugins, is not set")})";
    }
}
