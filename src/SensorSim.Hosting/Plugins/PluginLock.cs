using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>The plugins that a dataset run may use, to the byte: <c>plugins.lock.json</c>.</summary>
/// <param name="Plugins">By id.</param>
public sealed record PluginLock(IReadOnlyDictionary<string, LockedPlugin> Plugins)
{
    /// <summary>Looked for beside a scenario.</summary>
    public const string FileName = "plugins.lock.json";

    private const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions s_layout = new() { WriteIndented = true };

    /// <summary>Where it was read from.</summary>
    public string Path { get; init; } = FileName;

    /// <summary>Digest of the file, lower-case hex; null of one that was not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Pins installed plugins.</summary>
    public static PluginLock Of(IEnumerable<InstalledPlugin> plugins) => new(new SortedDictionary<string, LockedPlugin>(
        plugins.ToDictionary(plugin => plugin.Manifest.Id, plugin => new LockedPlugin(plugin.Manifest.Version, plugin.Digest), StringComparer.Ordinal), StringComparer.Ordinal));

    /// <exception cref="PluginException">The file cannot be read or is no lock; the message has its path and the JSON path.</exception>
    public static PluginLock Read(string path)
    {
        try
        {
            byte[] json = File.ReadAllBytes(path);
            return PluginLockReader.Read(json, SchemaVersion) with { Path = path, Sha256 = Convert.ToHexStringLower(SHA256.HashData(json)) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PluginException)
        {
            throw new PluginException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The file: the same plugins give the same bytes.</summary>
    public string ToJson()
    {
        var plugins = new JsonObject(Plugins.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(
            entry.Key, (JsonNode?)new JsonObject { ["version"] = entry.Value.Version, ["sha256"] = entry.Value.Sha256 })));
        return new JsonObject { ["schema_version"] = SchemaVersion, ["plugins"] = plugins }.ToJsonString(s_layout) + "\n";
    }

    /// <summary>One line for each plugin that is not as it is locked: which, what was expected, what is there, what to do. None when all is well.</summary>
    public IReadOnlyList<string> Problems(IEnumerable<InstalledPlugin> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return [.. used.Select(Problem).OfType<string>()];
    }

    private string? Problem(InstalledPlugin plugin)
    {
        string found = Text(new(plugin.Manifest.Version, plugin.Digest));
        if (!Plugins.TryGetValue(plugin.Manifest.Id, out LockedPlugin? locked))
        {
            return $"{Path}: the run uses the plugin {plugin.Manifest.Id} ({found}), which is not in the lock. Leave it out, or write the lock anew with 'sensorsim plugins lock'.";
        }

        return locked == new LockedPlugin(plugin.Manifest.Version, plugin.Digest)
            ? null
            : $"{Path}: the plugin {plugin.Manifest.Id} is locked as {Text(locked)}, and {found} is installed. Install the locked one, or write the lock anew with 'sensorsim plugins lock'.";
    }

    private static string Text(LockedPlugin plugin) => $"{plugin.Version} sha256:{plugin.Sha256}";
}
