using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>A schema of an OpenAPI document with references, allOf and "or null" worked out.</summary>
internal sealed class OpenApiSchema
{
    private const int Deepest = 24, MostParts = 1000;

    private readonly JsonObject _document;
    private readonly JsonObject _node;
    private readonly int _depth;

    private OpenApiSchema(JsonObject document, JsonObject node, int depth) => (_document, _node, _depth) = (document, node, depth);

    /// <summary>"object", "string", "number", "integer", "boolean", "array"; empty where anything goes.</summary>
    public string Type => _node["type"] switch
    {
        JsonArray types => types.Select(JsonText.TextOf).FirstOrDefault(type => type != "null") ?? "",
        JsonValue type => JsonText.TextOf(type) ?? "",
        _ => _node["properties"] is JsonObject ? "object" : "",
    };

    public bool IsNumber => Type is "number" or "integer";

    public string Format => Text("format");

    public string Encoding => Text("contentEncoding");

    /// <summary>All that people would read, in lower case.</summary>
    public string Words => string.Join(' ', Text("title"), Text("description"), Text("pattern"), _node["example"]?.ToJsonString(), _node["examples"]?.ToJsonString()).ToLowerInvariant();

    public JsonNode? Default => _node["default"];

    /// <summary>Empty where there is no choice; a constant is a choice of one.</summary>
    public IReadOnlyList<JsonNode> Choices => _node["const"] is { } one ? [one] : _node["enum"] is JsonArray many ? [.. many.OfType<JsonNode>()] : [];

    public double? Minimum => Number("minimum");

    public double? Maximum => Number("maximum");

    /// <summary>In the order of the document.</summary>
    public IEnumerable<(string Name, OpenApiSchema Schema, bool IsRequired)> Properties
    {
        get
        {
            string[] required = _node["required"] is JsonArray names ? [.. names.Select(JsonText.TextOf).OfType<string>()] : [];
            return _node["properties"] is JsonObject properties && _depth < Deepest
                ? properties.Select(property => (property.Key, Of(_document, property.Value, _depth + 1), required.Contains(property.Key, StringComparer.Ordinal)))
                : [];
        }
    }

    public static OpenApiSchema Of(JsonObject document, JsonNode? node) => Of(document, node, 0);

    /// <summary>What a body may be: the schema, or each member of its anyOf or oneOf.</summary>
    public static IReadOnlyList<OpenApiSchema> Alternatives(JsonObject document, JsonNode? node)
    {
        JsonObject schema = Dereferenced(document, node, 0);
        return (schema["oneOf"] ?? schema["anyOf"]) is JsonArray members ? [.. members.Where(member => !IsNull(member)).Select(member => Of(document, member, 1))] : [Of(document, schema, 0)];
    }

    private static OpenApiSchema Of(JsonObject document, JsonNode? node, int depth)
    {
        int parts = 0;
        return new(document, Merged(document, node, depth, ref parts), depth);
    }

    // Each part may name several others: a short document may stand for more than any memory holds.
    private static JsonObject Merged(JsonObject document, JsonNode? node, int depth, ref int parts)
    {
        if (++parts > MostParts)
        {
            throw new StyleException($"The server's OpenAPI document has a schema of more than {MostParts} parts: it leads back to itself, or nobody could fill it.");
        }

        var merged = (JsonObject)Dereferenced(document, node, depth).DeepClone();
        foreach (JsonNode? part in Taken(merged, "allOf"))
        {
            Add(merged, Merged(document, part, depth + 1, ref parts));
        }

        foreach (string union in (string[])["anyOf", "oneOf"])
        {
            if (depth < Deepest && Taken(merged, union).FirstOrDefault(member => !IsNull(member)) is { } first)
            {
                Add(merged, Merged(document, first, depth + 1, ref parts));
            }
        }

        return merged;
    }

    private static JsonNode?[] Taken(JsonObject node, string key)
    {
        JsonNode?[] members = node[key] is JsonArray list ? [.. list] : [];
        node.Remove(key);
        return members;
    }

    private static bool IsNull(JsonNode? schema) => JsonText.TextOf((schema as JsonObject)?["type"]) == "null";

    private static void Add(JsonObject to, JsonObject from)
    {
        foreach ((string key, JsonNode? value) in from)
        {
            if (key == "properties" && to[key] is JsonObject properties && value is JsonObject more)
            {
                Add(properties, more);
            }
            else if (key == "required" && to[key] is JsonArray required && value is JsonArray names)
            {
                foreach (JsonNode? name in names)
                {
                    required.Add(name?.DeepClone());
                }
            }
            else if (!to.ContainsKey(key))
            {
                to[key] = value?.DeepClone();
            }
        }
    }

    private static JsonObject Dereferenced(JsonObject document, JsonNode? node, int depth)
    {
        if (node is not JsonObject schema || depth > Deepest)
        {
            return [];
        }

        if (JsonText.TextOf(schema["$ref"]) is not { } reference)
        {
            return schema;
        }

        JsonNode? target = document;
        foreach (string step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            target = (target as JsonObject)?[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }

        var whole = (JsonObject)Dereferenced(document, target, depth + 1).DeepClone();
        foreach ((string key, JsonNode? value) in schema.Where(member => member.Key != "$ref"))
        {
            whole[key] = value?.DeepClone(); // OpenAPI 3.1: what stands beside a reference goes before it.
        }

        return whole;
    }

    private string Text(string key) => JsonText.TextOf(_node[key]) ?? "";

    private double? Number(string key) => _node[key] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.GetValue<double>() : null;
}
