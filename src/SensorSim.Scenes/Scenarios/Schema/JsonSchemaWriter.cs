using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>Writes schemas as JSON Schema (2020-12).</summary>
internal sealed class JsonSchemaWriter
{
    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>What the schemas written so far refer to, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Definitions => _definitions;

    public JsonObject Write(ValueSchema schema) => schema switch
    {
        NumberSchema number => Number(number.Range),
        IntegerSchema integer => new() { ["type"] = "integer", ["minimum"] = integer.Min, ["maximum"] = integer.Max },
        TruthSchema => new() { ["type"] = "boolean" },
        TextSchema text => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = text.Pattern ?? @"\S" },
        WordSchema words => new() { ["enum"] = new JsonArray([.. words.Words.Select(word => (JsonNode)word)]) },
        ListSchema list => List(list),
        AlternativesSchema alternatives => new() { ["anyOf"] = Array(alternatives.Kinds.Select(Write)) },
        DefinedSchema defined => Reference(defined),
        MappingSchema { Kinds.Count: > 0 } mapping => new() { ["anyOf"] = Array(mapping.Kinds.Select(Mapping)) },
        MappingSchema mapping => Mapping(mapping),
        PatternSchema pattern => Pattern(pattern, Write),
        _ => throw new ArgumentException($"{schema.GetType().Name} has no JSON Schema.", nameof(schema)),
    };

    /// <summary>The same for a file that changes another one: nothing is required, everything can be taken away, and items of lists go by their names.</summary>
    public JsonObject WriteChange(ValueSchema schema) => schema switch
    {
        MappingSchema mapping => Change(mapping),
        PatternSchema pattern => Pattern(pattern, value => OrNull(Write(value))),
        ListSchema { Item: MappingSchema item } list => new()
        {
            ["anyOf"] = Array([List(list), new() { ["type"] = "object", ["additionalProperties"] = OrNull(WriteChange(item)) }]),
        },
        _ => Write(schema),
    };

    private static JsonObject Number(NumberRange range)
    {
        var number = new JsonObject { ["type"] = "number" };
        if (double.IsFinite(range.Min))
        {
            number[range.Open ? "exclusiveMinimum" : "minimum"] = range.Min;
        }

        if (double.IsFinite(range.Max))
        {
            number[range.Open ? "exclusiveMaximum" : "maximum"] = range.Max;
        }

        return number;
    }

    private JsonObject List(ListSchema list)
    {
        var json = new JsonObject { ["type"] = "array", ["items"] = Write(list.Item) };
        if (list.MinCount > 0)
        {
            json["minItems"] = list.MinCount;
        }

        if (list.MaxCount < int.MaxValue)
        {
            json["maxItems"] = list.MaxCount;
        }

        if (list.IsSet)
        {
            json["uniqueItems"] = true;
        }

        return json;
    }

    private JsonObject Reference(DefinedSchema schema)
    {
        if (schema.Definition is { } definition && _definitions.TryAdd(schema.Name, null))
        {
            _definitions[schema.Name] = Write(definition);
        }

        return new() { ["$ref"] = $"#/$defs/{schema.Name}" };
    }

    private JsonObject Pattern(PatternSchema pattern, Func<ValueSchema, JsonObject> write) => new()
    {
        ["type"] = "object",
        ["patternProperties"] = new JsonObject(pattern.Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Described(write(key.Value), key)))),
        ["additionalProperties"] = false,
    };

    private JsonObject Mapping(MappingSchema mapping)
    {
        var json = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(mapping.Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Described(Write(key.Value), key)))),
            ["additionalProperties"] = false,
        };
        if (mapping.Keys.Any(key => key.IsRequired))
        {
            json["required"] = Names(mapping.Keys.Where(key => key.IsRequired).Select(key => key.Name));
        }

        KeySchema[] dependent = [.. mapping.Keys.Where(key => key.Needs is not null)];
        if (dependent.Length > 0)
        {
            json["dependentRequired"] = new JsonObject(dependent.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Names([key.Needs!]))));
        }

        if (mapping.Groups.Count > 0)
        {
            json["allOf"] = Array(mapping.Groups.Select(Group));
        }

        return json;
    }

    private JsonObject Change(MappingSchema mapping) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(mapping.Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Described(OrNull(WriteChange(key.Value)), key)))),
        ["additionalProperties"] = false,
    };

    private static JsonObject Group(KeyGroup group)
    {
        var alternatives = new List<JsonObject>(group.Names.Select(name => new JsonObject { ["required"] = Names([name]) }));
        if (!group.IsRequired)
        {
            alternatives.Add(new() { ["not"] = new JsonObject { ["anyOf"] = Array(alternatives.Select(one => (JsonObject)one.DeepClone())) } });
        }

        return new() { ["oneOf"] = Array(alternatives) };
    }

    private static JsonObject Described(JsonObject value, KeySchema key)
    {
        value["description"] = key.Description;
        if (key.Default is { } standard)
        {
            value["default"] = YamlJson.Of(standard);
        }

        value["examples"] = new JsonArray(YamlJson.Of(key.Example));
        return value;
    }

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = Array([schema, new() { ["type"] = "null" }]) };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
