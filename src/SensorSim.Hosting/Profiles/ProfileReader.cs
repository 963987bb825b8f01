using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Profiles;

/// <summary>
/// Reads a profile's JSON file: <c>{ "profile", "sensor", "array": { "width", "height", "status", "source" }, "chain": [PLUGIN…], "values": { NAME: { "value", "status", "source" } } }</c>;
/// <c>array</c> may be missing.
/// </summary>
internal static class ProfileReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] Keys = ["profile", "sensor", "chain", "values"];
    private const string ArrayKey = "array";
    private static readonly string[] ArrayKeys = ["width", "height", "status", "source"];
    private static readonly string[] ValueKeys = ["value", "status", "source"];

    /// <exception cref="ProfileException">The file cannot be read, is not JSON, or has a key missing, unknown or wrong.</exception>
    public static SensorProfile Read(string path)
    {
        byte[] json = [];
        try
        {
            json = File.ReadAllBytes(path);
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new ProfileException($"{path}: {JsonFault.Of(json, error)}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProfileException($"{path}: the file cannot be read: {error.Message}", error);
        }
        catch (Exception error) when (JsonTexts.AreBroken(error))
        {
            throw new ProfileException($"{path}: {JsonTexts.Problem}", error);
        }
        catch (ProfileException error)
        {
            throw new ProfileException($"{path}: {error.Message}", error);
        }
    }

    private static SensorProfile Read(JsonElement root)
    {
        CheckKeys(root, "$", Keys, ArrayKey);
        return new(
            Text(root, "$", "profile"),
            Text(root, "$", "sensor"),
            [.. List(root.GetProperty("chain"))],
            Entries(root.GetProperty("values")).ToDictionary(StringComparer.Ordinal))
        {
            Array = root.TryGetProperty(ArrayKey, out JsonElement array) ? Pixels(array, $"$.{ArrayKey}") : null,
        };
    }

    private static SensorArray Pixels(JsonElement array, string path)
    {
        CheckKeys(array, path, ArrayKeys);
        _ = Status(Text(array, path, "status"), path);
        _ = Text(array, path, "source");
        int Side(string key) => array.GetProperty(key) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int pixels) && pixels > 0
            ? pixels
            : throw new ProfileException($"{path}.{key}: a whole number of pixels above 0 is expected.");
        return new(Side("width"), Side("height"));
    }

    private static IEnumerable<string> List(JsonElement chain)
    {
        if (chain.ValueKind != JsonValueKind.Array || chain.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            throw new ProfileException("$.chain: a list of plugin ids is expected, such as [\"sensor.exposure\", \"sensor.shot-noise\"].");
        }

        return chain.EnumerateArray().Select(item => item.GetString()!);
    }

    private static IEnumerable<(string Name, ProfileValue Value)> Entries(JsonElement values)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new ProfileException("$.values: an object is expected, with a value, its status and its source for each name.");
        }

        return values.EnumerateObject().Select(entry => (entry.Name, Value(entry.Value, $"$.values.{entry.Name}")));
    }

    private static ProfileValue Value(JsonElement entry, string path)
    {
        CheckKeys(entry, path, ValueKeys);
        JsonElement value = entry.GetProperty("value");
        bool isTable = value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);
        if (!isTable && value.ValueKind is not (JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.String))
        {
            throw new ProfileException($"{path}.value: a number, true, false, a word or a list of numbers is expected.");
        }

        return new(JsonNode.Parse(value.GetRawText())!, Status(Text(entry, path, "status"), path), Text(entry, path, "source"));
    }

    private static ValueStatus Status(string word, string path)
    {
        string[] words = [.. Enum.GetNames<ValueStatus>().Select(name => name.ToLowerInvariant())];
        int index = Array.IndexOf(words, word);
        return index >= 0
            ? (ValueStatus)index
            : throw new ProfileException($"{path}.status: \"{word}\" is not one of {string.Join(", ", words)}.{NearestName.Hint(word, words)}");
    }

    private static void CheckKeys(JsonElement element, string path, string[] keys, params string[] optional)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ProfileException($"{path}: an object with {string.Join(", ", keys)} is expected.");
        }

        string[] given = [.. element.EnumerateObject().Select(property => property.Name)];
        if (Array.Find(given, key => !keys.Contains(key) && !optional.Contains(key)) is { } unknown)
        {
            throw new ProfileException($"{path}.{unknown}: there is no such key.{NearestName.Hint(unknown, keys)}");
        }

        if (Array.Find(keys, key => !given.Contains(key)) is { } missing)
        {
            throw new ProfileException($"{path}: \"{missing}\" is missing.");
        }
    }

    private static string Text(JsonElement element, string path, string key) =>
        element.GetProperty(key) is { ValueKind: JsonValueKind.String } text && !string.IsNullOrWhiteSpace(text.GetString())
            ? text.GetString()!
            : throw new ProfileException($"{path}.{key}: a text is expected.");
}
