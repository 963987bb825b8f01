using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// One JSON object with the path to it, so that a wrong value is named where it stands: every method throws <see cref="FormatException"/>
/// with the path, what was expected and what is there. Numbers are finite, integers at most 2^53 - 1.
/// </summary>
public readonly struct JsonFields
{
    private const string AnInteger = "an integer of at most 2^53 - 1";

    private readonly JsonElement _object;

    public JsonFields(JsonElement element, string path)
    {
        Path = path;
        _object = element.ValueKind == JsonValueKind.Object ? element : throw Wrong(path, "an object", element);
    }

    /// <summary>An object that is in memory.</summary>
    public static JsonFields Of(JsonObject json, string path) => new(JsonSerializer.SerializeToElement(json), path);

    /// <summary>JSON path of this object, "" at the root.</summary>
    public string Path { get; }

    public JsonFields Object(string key) => new(Required(key), PathOf(key));

    public string Text(string key) => TextOf(Required(key), PathOf(key));

    public string? OptionalText(string key) => Optional(key) is { } value ? TextOf(value, PathOf(key)) : null;

    public double Number(string key) => NumberOf(Required(key), PathOf(key));

    public double Positive(string key) => Number(key) is > 0 and var value ? value : throw Wrong(PathOf(key), "a number above 0", Required(key));

    public double NonNegative(string key) => Number(key) is >= 0 and var value ? value : throw Wrong(PathOf(key), "a number of at least 0", Required(key));

    public double? OptionalNumber(string key) => Optional(key) is { } value ? NumberOf(value, PathOf(key)) : null;

    public long Integer(string key) => IntegerOf(Required(key), PathOf(key));

    public long? OptionalInteger(string key) => Optional(key) is { } value ? IntegerOf(value, PathOf(key)) : null;

    public bool Truth(string key) => Required(key) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : throw Wrong(PathOf(key), "true or false", Required(key));

    /// <summary>An integer from 0.</summary>
    public long LongCount(string key) => Integer(key) is >= 0 and var value ? value : throw Wrong(PathOf(key), "an integer of at least 0", Required(key));

    /// <summary>An integer from 0, or another range.</summary>
    public int Count(string key, int minimum = 0, int maximum = int.MaxValue) => Integer(key) is var value && value >= minimum && value <= maximum
        ? (int)value
        : throw Wrong(PathOf(key), string.Create(CultureInfo.InvariantCulture, $"an integer from {minimum} to {maximum}"), Required(key));

    /// <summary>One of a few texts.</summary>
    public string OneOf(string key, params ReadOnlySpan<string> texts) => texts.Contains(Text(key))
        ? Text(key)
        : throw Wrong(PathOf(key), $"one of {string.Join(", ", texts!)}", Required(key));

    /// <summary>A SHA-256 digest: 64 lower-case hexadecimal digits.</summary>
    public string Digest(string key) => Text(key) is { Length: 64 } text && text.All(char.IsAsciiHexDigitLower)
        ? text
        : throw Wrong(PathOf(key), "64 hexadecimal digits", Required(key));

    /// <summary>An unsigned 64-bit integer: a number up to 2^53 - 1, a string of digits beyond.</summary>
    public ulong Unsigned(string key)
    {
        JsonElement value = Required(key);
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : throw Wrong(PathOf(key), "an unsigned integer", value);
    }

    public IReadOnlyList<double> Numbers(string key, int? length = null) => NumbersOf(Required(key), PathOf(key), length);

    public IReadOnlyList<double>? OptionalNumbers(string key, int length) =>
        Optional(key) is { } value ? NumbersOf(value, PathOf(key), length) : null;

    public JsonObject Tree(string key) => JsonObject.Create(Object(key)._object.Clone())!;

    public JsonFields? OptionalObject(string key) => Optional(key) is { } value ? new JsonFields(value, PathOf(key)) : null;

    public IReadOnlyDictionary<string, T> Map<T>(string key, Func<JsonElement, string, T> read)
    {
        JsonFields map = Object(key);
        return map._object.EnumerateObject().ToDictionary(p => p.Name, p => read(p.Value, map.PathOf(p.Name)), StringComparer.Ordinal);
    }

    public IReadOnlyList<T>? OptionalList<T>(string key, Func<JsonElement, string, T> read) => Optional(key) is null ? null : List(key, read);

    public IReadOnlyList<T> List<T>(string key, Func<JsonElement, string, T> read)
    {
        JsonElement list = Required(key);
        string path = PathOf(key);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((item, i) => read(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))]
            : throw Wrong(path, "an array", list);
    }

    public static string TextOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(path, "a string", value);

    public static double NumberOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && double.IsFinite(number) ? number : throw Wrong(path, "a finite number", value);

    public static JsonNode? NodeOf(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value.Clone()),
        JsonValueKind.Array => JsonArray.Create(value.Clone()),
        JsonValueKind.Undefined => throw Wrong(path, "a value", value),
        _ => JsonValue.Create(value.Clone()),
    };

    private static long IntegerOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && Math.Abs((decimal)number) <= CanonicalNumber.MaximumSafeInteger
            ? number
            : throw Wrong(path, AnInteger, value);

    private static double[] NumbersOf(JsonElement value, string path, int? length) =>
        value.ValueKind == JsonValueKind.Array && (length is null || value.GetArrayLength() == length)
            ? [.. value.EnumerateArray().Select(item => NumberOf(item, path + "[]"))]
            : throw Wrong(path, length is null ? "an array of numbers" : string.Create(CultureInfo.InvariantCulture, $"an array of {length} numbers"), value);

    /// <summary>Whether a key has a value.</summary>
    public bool Has(string key) => Optional(key) is not null;

    private JsonElement Required(string key) =>
        _object.TryGetProperty(key, out JsonElement value) ? value : throw new FormatException($"'{PathOf(key)}' is missing.");

    private JsonElement? Optional(string key) =>
        _object.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The error for a value of this object that is not what it should be.</summary>
    public FormatException Wrong(string key, string expected) => Wrong(PathOf(key), expected, Optional(key) ?? default);

    private static FormatException Wrong(string path, string expected, JsonElement found)
    {
        string text = found.ValueKind == JsonValueKind.Undefined ? "nothing" : found.GetRawText();
        string name = path.Length == 0 ? "the whole text" : $"'{path}'";
        return new($"{name} should be {expected}, not {(text.Length > 40 ? text[..40] + "…" : text)}.");
    }
}
