using System.Text.Json;
using System.Text.RegularExpressions;
using SensorSim.Datasets.Provenance;
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

    // What is wrong with the string of a key, a sentence; null where nothing is.
    private static readonly OrderedDictionary<string, Func<string, string?>> Checks = new(StringComparer.Ordinal)
    {
        ["id"] = id => WhyNot(id, IdPattern(), "lower-case words joined by dots or hyphens, such as camera.noise"),
        ["version"] = version => WhyNot(version, VersionPattern(), "three numbers, such as 1.0.0"),
        ["kind"] = WhyNoKind,
        ["assembly"] = assembly => WhyNot(assembly, AssemblyPattern(), "the name of a .dll in the same folder"),
        ["contract"] = WhyNoContract,
    };

    /// <exception cref="PluginException">The file is not JSON, or keys are missing, unknown or wrong; the message names each, and has no path.</exception>
    public static PluginManifest Read(string path)
    {
        using JsonDocument document = Parse(path);
        var root = new ManifestObject(document.RootElement, "$");
        bool isGlsl = !root.Has("assembly") && (root.Has("shader") || root.Has("stage"));
        var problems = new List<string>();
        Dictionary<string, string> values = Strings(root.Element, isGlsl ? KeysOfGlsl : Keys, problems);
        foreach (string key in Checks.Keys.Where(key => key != "assembly" || !isGlsl))
        {
            if (values.TryGetValue(key, out string? value) && Checks[key](value) is { } wrong)
            {
                problems.Add($"$.{key}: {wrong}");
            }
        }

        if (problems.Count > 0 && !isGlsl && values.TryGetValue("assembly", out string? assembly) && !File.Exists(Path.Combine(Path.GetDirectoryName(path)!, assembly)))
        {
            problems.Add(PluginLoader.NoAssembly(assembly));
        }

        return problems.Count > 0
            ? throw new PluginException(string.Join(" ", problems))
            : new(values["id"], values["version"], Enum.Parse<PluginKind>(values["kind"], ignoreCase: true), isGlsl ? null : values["assembly"], values["contract"], values.GetValueOrDefault("description", ""));
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

    // What is no string is read with the stage. A mistyped key is not missing, too.
    private static Dictionary<string, string> Strings(JsonElement root, string[] keys, List<string> problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        HashSet<string> there = new(StringComparer.Ordinal) { "description", "parameters" };
        foreach (JsonProperty property in root.EnumerateObject())
        {
            there.Add(property.Name);
            if (!keys.Contains(property.Name, StringComparer.Ordinal))
            {
                there.Add(NearestName.Of(property.Name, keys) ?? property.Name);
                problems.Add($"$.{property.Name}: there is no such key.{NearestName.Hint(property.Name, keys)}");
            }
            else if (property.Name is not ("stage" or "parameters") && (property.Value.ValueKind != JsonValueKind.String || !values.TryAdd(property.Name, property.Value.GetString()!)))
            {
                problems.Add($"$.{property.Name}: one string is expected here.");
            }
        }

        string[] missing = [.. keys.Except(there, StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            problems.Add($"\"{string.Join("\", \"", missing)}\" {(missing.Length == 1 ? "is" : "are")} missing. A manifest has {string.Join(", ", keys)}.");
        }

        return values;
    }

    /// <summary>The file as JSON.</summary>
    public static JsonDocument Parse(string path)
    {
        byte[] json = [];
        try
        {
            json = File.ReadAllBytes(path);
            return JsonDocument.Parse(json);
        }
        catch (JsonException error)
        {
            throw new PluginException(JsonFault.Of(json, error), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"The file cannot be read: {error.Message}", error);
        }
    }

    private static string? WhyNot(string value, Regex pattern, string expected) => pattern.IsMatch(value) ? null : $"\"{value}\" is not {expected}.";

    private static string? WhyNoKind(string name)
    {
        string[] names = [.. Enum.GetNames<PluginKind>().Select(kind => kind.ToLowerInvariant())];
        return names.Contains(name, StringComparer.Ordinal) ? null : $"\"{name}\" is not a kind of plugin; it is one of {string.Join(", ", names)}.";
    }

    private static string? WhyNoContract(string range) => ContractRange.Contains(range, PluginContract.Version) switch
    {
        true => null,
        false => $"it works with contract {range}, and this program has {PluginContract.Version}. Install a matching version of the plugin, or correct $.contract.",
        null => $"\"{range}\" is not a range of versions, such as \">=1.0 <2.0\".",
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
