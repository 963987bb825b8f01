using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Tensors;

/// <summary>An object of a declaration as it is read: what is asked for is known, everything else is a problem, and all problems are told at once.</summary>
public sealed class DeclarationObject
{
    private readonly JsonObject _node;
    private readonly string _path;
    private readonly string _source;
    private readonly List<string> _problems;
    private readonly List<DeclarationObject> _parts = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private DeclarationObject(JsonObject node, string path, string source, List<string> problems) => (_node, _path, _source, _problems) = (node, path, source, problems);

    /// <exception cref="DeclarationException">It is no JSON, or no object.</exception>
    public static DeclarationObject Root(string json, string source)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16, AllowDuplicateProperties = false };
            JsonNode? node = JsonNode.Parse(json, documentOptions: options);
            return node is JsonObject root ? new(root, "$", source, []) : throw new DeclarationException($"{source}: $: expected an object, such as {{ \"input\": {{ \"range\": [0, 255] }} }}.");
        }
        catch (JsonException broken)
        {
            throw new DeclarationException(string.Create(CultureInfo.InvariantCulture, $"{source}:{broken.LineNumber + 1}:{broken.BytePositionInLine + 1}: this is no JSON: {broken.Message}"), broken);
        }
    }

    /// <summary>An object inside; null where there is none.</summary>
    public DeclarationObject? Object(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        if (node is not JsonObject inside)
        {
            Problem(key, $"is {node.ToJsonString()}; expected an object");
            return null;
        }

        var part = new DeclarationObject(inside, $"{_path}.{key}", _source, _problems);
        _parts.Add(part);
        return part;
    }

    public string Text(string key, string otherwise)
    {
        JsonNode? node = Find(key);
        if (node is null || node.GetValueKind() == JsonValueKind.String)
        {
            return node?.GetValue<string>() ?? otherwise;
        }

        Problem(key, $"is {node.ToJsonString()}; expected a text");
        return otherwise;
    }

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
        string given = Text(key, JsonNamingPolicy.SnakeCaseLower.ConvertName(otherwise.ToString()));
        int place = Array.IndexOf(names, given);
        if (place < 0)
        {
            Problem(key, $"is \"{given}\"; expected one of {string.Join(", ", names)}.{NearestName.Hint(given, names)}");
            return otherwise;
        }

        return Enum.GetValues<T>()[place];
    }

    /// <summary>A whole number; null where there is none.</summary>
    public int? Integer(string key, int least, int most)
    {
        JsonNode? node = Find(key);
        if (node is null)
        {
            return null;
        }

        if (node is JsonValue value && value.TryGetValue(out int number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(key, string.Create(CultureInfo.InvariantCulture, $"is {node.ToJsonString()}; expected a whole number from {least} to {most}"));
        return null;
    }

    public double Number(string key, double otherwise, double least, double most)
    {
        JsonNode? node = Find(key);
        if (node is null || (node is JsonValue value && value.TryGetValue(out double number) && number >= least && number <= most))
        {
            return node?.GetValue<double>() ?? otherwise;
        }

        Problem(key, string.Create(CultureInfo.InvariantCulture, $"is {node.ToJsonString()}; expected a number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>A list of numbers.</summary>
    public IReadOnlyList<double> Numbers(string key, int count, IReadOnlyList<double> otherwise, Func<IReadOnlyList<double>, bool> isGood, string expected)
    {
        ArgumentNullException.ThrowIfNull(isGood);
        JsonNode? node = Find(key);
        if (node is null)
        {
            return otherwise;
        }

        double[]? numbers = node is JsonArray list && list.Count == count && list.All(item => item?.GetValueKind() == JsonValueKind.Number) ? [.. list.Select(item => item!.GetValue<double>())] : null;
        if (numbers is not null && numbers.All(double.IsFinite) && isGood(numbers))
        {
            return numbers;
        }

        Problem(key, $"is {node.ToJsonString()}; expected {expected}");
        return otherwise;
    }

    /// <summary>Texts in a list; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        JsonNode? node = Find(key);
        if (node is null or JsonArray && (node as JsonArray)?.All(item => item?.GetValueKind() == JsonValueKind.String) != false)
        {
            return [.. (node as JsonArray)?.Select(item => item!.GetValue<string>()) ?? []];
        }

        Problem(key, $"is {node!.ToJsonString()}; expected a list of texts");
        return [];
    }

    /// <summary>Something is wrong with a key.</summary>
    public void Problem(string key, string what) => _problems.Add($"{_source}: {_path}.{key} {what.TrimEnd('.')}.");

    /// <exception cref="DeclarationException">There were problems, or keys that nobody asked for.</exception>
    public void ThrowProblems()
    {
        FindUnknown();
        if (_problems.Count > 0)
        {
            throw new DeclarationException(string.Join('\n', _problems));
        }
    }

    private JsonNode? Find(string key)
    {
        _known.Add(key);
        return _node[key];
    }

    private void FindUnknown()
    {
        foreach (string key in _node.Select(field => field.Key).Where(key => !_known.Contains(key)))
        {
            Problem(key, $"is not known.{NearestName.Hint(key, _known)}");
        }

        _parts.ForEach(part => part.FindUnknown());
    }
}
