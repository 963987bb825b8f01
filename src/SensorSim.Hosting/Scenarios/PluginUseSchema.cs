using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Profiles;
using SensorSim.Plugins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Styles;

namespace SensorSim.Hosting.Scenarios;

/// <summary>How a scenario names the installed plugins and their parameters, as JSON Schema: each plugin's comes from its own record.</summary>
public static class PluginUseSchema
{
    /// <summary>What <c>flicker</c> means when it names no plugin.</summary>
    private const string DefaultWaveform = "light.mains";

    /// <summary>The definitions "sensor_stage", "waveform", "physics_backend" and "style", and one for each plugin.</summary>
    public static JsonObject Definitions(PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        InstalledPlugin[] lights = [.. catalog.Plugins.Values.Where(plugin => plugin.Manifest.Kind == PluginKind.Light)];
        InstalledPlugin[] backends = [.. catalog.Plugins.Values.Where(plugin => plugin.Manifest.Kind == PluginKind.Physics)];
        InstalledPlugin[] styles = [.. catalog.Plugins.Values.Where(plugin => plugin.Manifest.Kind == PluginKind.Style)];
        InstalledPlugin[] stages = [.. catalog.Plugins.Values.Where(plugin => plugin.Manifest.Kind is PluginKind.Sensor or PluginKind.Lens)];
        var definitions = new JsonObject
        {
            ["sensor_stage"] = new JsonObject { ["oneOf"] = new JsonArray([.. stages.Select(Reference), WholeProfile(catalog.Profiles)]) },
            ["physics_backend"] = new JsonObject { ["oneOf"] = new JsonArray([.. backends.Select(Reference)]) },
            ["style"] = new JsonObject { ["oneOf"] = new JsonArray([.. styles.Select(Reference)]) },
            ["waveform"] = new JsonObject { ["oneOf"] = new JsonArray([.. lights.Select(Reference)]) },
        };
        foreach (InstalledPlugin plugin in stages.Concat(lights).Concat(backends).Concat(styles))
        {
            definitions[NameOf(plugin)] = Use(plugin, catalog.Profiles);
        }

        return definitions;
    }

    private static string NameOf(InstalledPlugin plugin) => $"plugin.{plugin.Manifest.Id}";

    private static JsonNode Reference(InstalledPlugin plugin) => new JsonObject { ["$ref"] = $"#/$defs/{NameOf(plugin)}" };

    private static JsonObject Use(InstalledPlugin plugin, ProfileCatalog profiles)
    {
        var properties = new JsonObject
        {
            ["use"] = new JsonObject { ["const"] = plugin.Manifest.Id, ["description"] = plugin.Manifest.Description },
            ["enabled"] = new JsonObject { ["type"] = "boolean", ["description"] = "false takes it out.", ["default"] = true },
        };
        if (plugin.Manifest.Kind is PluginKind.Sensor or PluginKind.Lens)
        {
            properties["name"] = new JsonObject { ["type"] = "string", ["description"] = "A name to tell two uses of one plugin apart." };
            properties[PluginUse.WholeProfile] = Profile(profiles);
            properties[SensorReadout.Key] = Mode();
        }

        if (plugin.Manifest.Kind == PluginKind.Style)
        {
            properties["target"] = Text("Real images to go by (a file, a folder or a pattern such as real/*.png), or the word textures: then the scene's textures are restyled.");
            properties["images"] = Text("With target: textures, the real images to go by.");
            properties["stage"] = new JsonObject { ["enum"] = new JsonArray([.. StyleStages.OfPictures.Keys.Select(word => (JsonNode)word)]), ["description"] = "Whether the finished picture is restyled, or the light in front of the camera, which then goes through its sensor." };
            properties["gate"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray("reject", "mark", "off") }, new JsonObject { ["type"] = "object" }), ["description"] = "What the label gate does with a frame that fails, and lines that are not the calibrated ones." };
        }

        foreach (ParameterDescription parameter in plugin.Schema.Parameters)
        {
            properties[parameter.Name] = Parameter(parameter);
        }

        return new()
        {
            ["type"] = "object",
            ["description"] = plugin.Manifest.Description,
            ["properties"] = properties,
            ["required"] = plugin.Manifest.Id == DefaultWaveform ? new JsonArray() : new JsonArray("use"),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject WholeProfile(ProfileCatalog profiles) => new()
    {
        ["type"] = "object",
        ["description"] = "A camera's profile: its whole chain. Keys beside it are parameters of its stages.",
        ["properties"] = new JsonObject
        {
            [PluginUse.WholeProfile] = Profile(profiles),
            [SensorReadout.Key] = Mode(),
            ["enabled"] = new JsonObject { ["type"] = "boolean", ["default"] = true },
            ["use"] = false,
        },
        ["required"] = new JsonArray(PluginUse.WholeProfile),
        ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("number", "boolean", "string", "array") },
    };

    private static JsonObject Profile(ProfileCatalog profiles) => new()
    {
        ["type"] = "string",
        ["description"] = "A camera as data, by name or by the path of its file: it gives values to parameters that are not written here.",
        ["examples"] = new JsonArray([.. profiles.Names.Select(name => (JsonNode)name)]),
    };

    private static JsonObject Mode() => new()
    {
        ["enum"] = new JsonArray([.. SensorReadout.Modes.Select(mode => (JsonNode)mode)]),
        ["description"] = "How the profile's sensor gives an image of another size than its own.",
        ["default"] = SensorReadout.Modes[0],
    };

    private static JsonObject Parameter(ParameterDescription parameter)
    {
        string unit = parameter.Unit.Length > 0 ? $" ({parameter.Unit})" : "";
        JsonObject schema = parameter.Type switch
        {
            ParameterType.Flag => new() { ["type"] = "boolean" },
            ParameterType.Choice => new() { ["enum"] = new JsonArray([.. parameter.Choices.Select(choice => (JsonNode)choice)]) },
            ParameterType.Integer => Limited("integer", parameter),
            ParameterType.Text => new() { ["type"] = "string" },
            ParameterType.Table => new() { ["type"] = "array", ["items"] = Limited("number", parameter), ["maxItems"] = parameter.MaxCount },
            _ => Limited("number", parameter),
        };
        schema["description"] = $"{parameter.Description}{unit}";
        schema["default"] = parameter.Default.DeepClone();
        return schema;
    }

    private static JsonObject Limited(string type, ParameterDescription parameter)
    {
        var schema = new JsonObject { ["type"] = type };
        if (double.IsFinite(parameter.Min))
        {
            schema["minimum"] = parameter.Min;
        }

        if (double.IsFinite(parameter.Max))
        {
            schema["maximum"] = parameter.Max;
        }

        return schema;
    }
}
