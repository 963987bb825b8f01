using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>The plugins that a dataset run may use, to the byte.</summary>
/// <param name="Plugins">By id.</param>
public sealed record PluginLock(IReadOnlyDictionary<string, LockedPlugin> Plugins)
{
    /// <summary>Of a lock that holds every scenario of its folder which has none of its own.</summary>
    public const string FileName = "plugins.lock.json";

    private const int SchemaVersion = 1;

    /// <summary>A message is read by a person: more plugins than these are counted.</summary>
    private const int MostNamed = 3;

    /// <summary>Of a digest in a message; the file has them all.</summary>
    private const int ShownDigits = 12;

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
        catch (Exception error) when (JsonTexts.AreBroken(error))
        {
            throw new PluginException($"{path}: {JsonTexts.Problem}", error);
        }
    }

    /// <summary>The file: the same plugins give the same bytes.</summary>
    public string ToJson()
    {
        var plugins = new JsonObject(Plugins.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(
            entry.Key, (JsonNode?)new JsonObject { ["version"] = entry.Value.Version, ["sha256"] = entry.Value.Sha256 })));
        return new JsonObject { ["schema_version"] = SchemaVersion, ["plugins"] = plugins }.ToJsonString(s_layout) + "\n";
    }

    /// <summary>What of the plugins is not as it is locked, in one sentence with the first few; null when all is well.</summary>
    public string? Problem(IEnumerable<InstalledPlugin> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        string[] different = [.. used.Select(Difference).OfType<string>()];
        string count = different.Length == 1 ? "a plugin is" : string.Create(CultureInfo.InvariantCulture, $"{different.Length} plugins are");
        string more = different.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {different.Length - MostNamed} more") : "";
        return different.Length == 0 ? null : $"{count} not as locked: {string.Join("; ", different.Take(MostNamed))}{more}.";
    }

    private string? Difference(InstalledPlugin plugin)
    {
        var found = new LockedPlugin(plugin.Manifest.Version, plugin.Digest);
        return !Plugins.TryGetValue(plugin.Manifest.Id, out LockedPlugin? locked) ? $"{plugin.Manifest.Id} is not in the lock"
            : locked == found ? null
            : $"{plugin.Manifest.Id} is locked as {Text(locked)}, and {Text(found)} is installed";
    }

    private static string Text(LockedPlugin plugin) => $"{plugin.Version} (sha256 {plugin.Sha256[..ShownDigits]}…)";
}
