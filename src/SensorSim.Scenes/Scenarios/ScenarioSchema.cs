using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Scenarios;

/// <summary>The JSON Schema (2020-12) of scenario files, made of what the reader checks by.</summary>
public static class ScenarioSchema
{
    /// <summary>A file with <c>extends</c>, or a part of a scenario that others extend, has the schema "#/$defs/changes" there.</summary>
    /// <param name="plugins">What only the host knows: definitions of "sensor_stage" and "waveform", and what these refer to.</param>
    public static JsonObject Document(JsonObject plugins)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        var writer = new JsonSchemaWriter();
        var definitions = new JsonObject { ["scenario"] = writer.Write(ScenarioSection.Schema), ["changes"] = writer.WriteChange(ScenarioSection.Schema) };
        foreach ((string name, JsonNode? definition) in writer.Definitions.Concat(plugins))
        {
            definitions[name] = definition?.DeepClone();
        }

        return new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "SensorSim scenario",
            ["description"] = $"What is rendered, why, and what varies. Schema version {Scenario.SchemaVersion}.",
            ["if"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray(Inheritance.Key) },
            ["then"] = new JsonObject { ["$ref"] = "#/$defs/changes" },
            ["else"] = new JsonObject { ["$ref"] = "#/$defs/scenario" },
            ["$defs"] = definitions,
        };
    }
}
