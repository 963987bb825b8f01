using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Drafting;

/// <summary>The published JSON Schema of scenarios, without what a draft has no part in.</summary>
public static class DraftSchema
{
    // A draft is one whole file, and the program says where it comes from.
    private static readonly string[] s_left = ["extends", "drafted"];

    public static JsonObject Of(PluginCatalog catalog)
    {
        JsonObject definitions = ScenarioSchema.Document(PluginUseSchema.Definitions(catalog))["$defs"]!.DeepClone().AsObject();
        definitions.Remove("changes");
        JsonObject scenario = definitions["scenario"]!.AsObject();
        foreach (string key in s_left)
        {
            scenario["properties"]!.AsObject().Remove(key);
        }

        return new() { ["$ref"] = "#/$defs/scenario", ["$defs"] = definitions };
    }
}
