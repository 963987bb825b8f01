using System.Text.Json;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>An object of a plugin's JSON files, whose every complaint has the JSON path.</summary>
internal readonly record struct ManifestObject
{
    public ManifestObject(JsonElement element, string path)
    {
        (Element, Path) = (element, path);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new PluginException(path == "$" ? "The file is not a JSON object." : $"{path}: an object is expected here.");
        }
    }

    public JsonElement Element { get; }

    /// <summary>Such as <c>$.stage</c>.</summary>
    public string Path { get; }

    public bool Has(string key) => Element.TryGetProperty(key, out _);

    /// <summary>No key but these, and none twice.</summary>
    public void RequireKeys(params string[] keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in Element.EnumerateObject())
        {
            if (!keys.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new PluginException($"{Path}.{property.Name}: there is no such key.{NearestName.Hint(property.Name, keys)}");
            }

            if (!seen.Add(property.Name))
            {
                throw new PluginException($"{Path}.{property.Name}: the key is there twice.");
            }
        }
    }

    public JsonElement Required(string key) =>
        Element.TryGetProperty(key, out JsonElement value) ? value : throw new PluginException($"{Path}.{key}: the key is missing.");

    public string String(string key) => Required(key) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Expected(key, "a string");

    public double Number(string key) =>
        Required(key) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) && double.IsFinite(value) ? value : throw Expected(key, "a number");

    public int Integer(string key, int min, int max) =>
        Required(key) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int value) && value >= min && value <= max
            ? value
            : throw Expected(key, FormattableString.Invariant($"a whole number from {min} to {max}"));

    public bool Flag(string key) => Required(key).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Expected(key, "true or false"),
    };

    /// <summary>One of an enumeration's names, in snake_case.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum => Choice<T>(String(key), $"{Path}.{key}");

    /// <summary>The same for a text that stands at a path.</summary>
    public static T Choice<T>(string text, string path)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
        int index = Array.IndexOf(names, text);
        return index >= 0
            ? Enum.GetValues<T>()[index]
            : throw new PluginException($"{path}: \"{text}\" is none of {string.Join(", ", names)}.{(NearestName.Of(text, names) is { } near ? $" Did you mean \"{near}\"?" : "")}");
    }

    public ManifestObject Object(string key) => new(Required(key), $"{Path}.{key}");

    /// <summary>The objects of an object, by key.</summary>
    public IEnumerable<(string Key, ManifestObject Value)> Objects()
    {
        string path = Path;
        return Element.EnumerateObject().Select(property => (property.Name, new ManifestObject(property.Value, $"{path}.{property.Name}")));
    }

    /// <summary>The elements of a list, with their paths.</summary>
    public IEnumerable<(JsonElement Element, string Path)> List(string key)
    {
        string path = $"{Path}.{key}";
        return Required(key) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((element, i) => (element, FormattableString.Invariant($"{path}[{i}]")))
            : throw Expected(key, "a list");
    }

    public PluginException Expected(string key, string expected) => new($"{Path}.{key}: {expected} is expected here, not {Element.GetProperty(key).GetRawText()}.");
}
