using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SensorSim.Datasets.Provenance;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>Reads locks. Messages have the JSON path and no file.</summary>
internal static partial class PluginLockReader
{
    /// <exception cref="PluginException">It is no lock.</exception>
    public static PluginLock Read(byte[] json, int schemaVersion)
    {
        using JsonDocument document = Parse(json);
        var root = new ManifestObject(document.RootElement, "$");
        root.RequireKeys("schema_version", "plugins");
        if (root.Number("schema_version") is var version && version != schemaVersion)
        {
            throw new PluginException(string.Create(CultureInfo.InvariantCulture, $"$.schema_version: {version}; this program reads {schemaVersion}."));
        }

        var plugins = new SortedDictionary<string, LockedPlugin>(StringComparer.Ordinal);
        foreach ((string id, ManifestObject entry) in root.Object("plugins").Objects())
        {
            entry.RequireKeys("version", "sha256");
            string sha256 = entry.String("sha256");
            plugins.Add(id, new(
                entry.String("version"),
                DigestPattern().IsMatch(sha256) ? sha256 : throw new PluginException($"{entry.Path}.sha256: \"{sha256}\" is not a digest of 64 hexadecimal digits in lower case.")));
        }

        return new(plugins);
    }

    private static JsonDocument Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException error)
        {
            throw new PluginException(JsonFault.Of(json, error), error);
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.None, 1000)]
    private static partial Regex DigestPattern();
}
