using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SensorSim.Hosting.Plugins.Glsl;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>Reads <c>plugin.json</c>.</summary>
internal static partial class PluginManifestReader
{
    public const string FileName = "plugin.json";

    private static readonly string[] Keys = ["id", "version", "kind", "assembly", "contract", "description"];

    /// <summary>Of a plugin of GLSL alone: see <see cref="GlslPlugin"/>.</summary>
    private static readonly string[] KeysOfGlsl = ["id", "version", "kind", "contract", "description", "shader", "stage", "parameters"];

    /// <exception cref="PluginException">The file is not JSON, or a key is missing, unknown or wrong; the message has no path.</exception>
    public static PluginManifest Read(string path)
    {
        using JsonDocument document = Parse(path);
        var root = new ManifestObject(document.RootElement, "$");
        bool isGlsl = !root.Has("assembly") && (root.Has("shader") || root.Has("stage"));
        Dictionary<string, string> values = Strings(root.Element, isGlsl ? KeysOfGlsl : Keys);
        string? missing = Array.Find(isGlsl ? KeysOfGlsl[..^1] : Keys, key => key != "description" && !root.Has(key));
        if (missing is not null)
        {
            throw new PluginException($"\"{missing}\" is missing. A manifest has {string.Join(", ", isGlsl ? KeysOfGlsl : Keys)}.");
        }

        return new(
            Match(values, "id", IdPattern(), "lower-case words joined by dots or hyphens, such as camera.noise"),
            Match(values, "version", VersionPattern(), "three numbers, such as 1.0.0"),
            Kind(values["kind"]),
            isGlsl ? null : Match(values, "assembly", AssemblyPattern(), "the name of a .dll in the same folder"),
            Contract(values["contract"]),
            values.GetValueOrDefault("description", ""));
    }

    /// <summary>The id that a manifest has, or means to have, though the rest of it cannot be read: what stands there, else the folder's name.</summary>
    public static string LikelyId(string path)
    {
        try
        {
            return IdEntry().Match(File.ReadAllText(path)) is { Success: true } entry ? entry.Groups["id"].Value : FolderOf(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FolderOf(path);
        }
    }

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(path)) ?? "";

    // What is no string is read with the stage.
    private static Dictionary<string, string> Strings(JsonElement root, string[] keys)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!keys.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new PluginException($"$.{property.Name}: there is no such key.{NearestName.Hint(property.Name, keys)}");
            }

            if (property.Name is "stage" or "parameters")
            {
                continue;
            }

            if (property.Value.ValueKind != JsonValueKind.String || !values.TryAdd(property.Name, property.Value.GetString()!))
            {
                throw new PluginException($"$.{property.Name}: one string is expected here.");
            }
        }

        return values;
    }

    /// <summary>The file as JSON.</summary>
    public static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException error)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
            throw new PluginException($"{place}: the file is not valid JSON.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"The file cannot be read: {error.Message}", error);
        }
    }

    private static string Match(Dictionary<string, string> values, string key, Regex pattern, string expected) =>
        pattern.IsMatch(values[key]) ? values[key] : throw new PluginException($"$.{key}: \"{values[key]}\" is not {expected}.");

    private static PluginKind Kind(string name)
    {
        string[] names = [.. Enum.GetNames<PluginKind>().Select(kind => kind.ToLowerInvariant())];
        int index = Array.IndexOf(names, name);
        return index >= 0
            ? Enum.GetValues<PluginKind>()[index]
            : throw new PluginException($"$.kind: \"{name}\" is not a kind of plugin; it is one of {string.Join(", ", names)}.");
    }

    private static string Contract(string range) => ContractRange.Contains(range, PluginContract.Version) switch
    {
        true => range,
        false => throw new PluginException(
            $"$.contract: it works with contract {range}, and this program has {PluginContract.Version}. Install a matching version of the plugin."),
        null => throw new PluginException($"$.contract: \"{range}\" is not a range of versions, such as \">=1.0 <2.0\"."),
    };

    [GeneratedRegex(@"""id""\s*:\s*""(?<id>[^""\r\n]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdEntry();

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A[0-9A-Za-z_][0-9A-Za-z_.-]*\.dll\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AssemblyPattern();
}
