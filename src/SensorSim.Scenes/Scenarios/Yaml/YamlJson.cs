using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>YAML as JSON: examples and defaults of keys.</summary>
internal static class YamlJson
{
    /// <exception cref="FormatException">That is no YAML, or holds a number that JSON does not have.</exception>
    public static JsonNode? Of(string yaml)
    {
        var log = new ReadingLog("");
        JsonNode? json = YamlTree.Parse(yaml, _ => default, log.Errors) is { } node ? Of(node, log) : null;
        return log.Errors.Count == 0 ? json : throw new FormatException($"{yaml}: {log.Errors[0].Problem}");
    }

    private static JsonNode? Of(LocatedNode node, ReadingLog log) => node switch
    {
        LocatedMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value, log)))),
        LocatedSequence list => new JsonArray([.. list.Items.Select(item => Of(item, log))]),
        LocatedScalar { IsNull: true } => null,
        _ => ScalarReader.Json(node, "", log),
    };
}
