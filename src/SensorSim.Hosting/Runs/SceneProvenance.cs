using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// The part of a record's provenance that says what was rendered besides the draws: scene, environment, waveforms, samples per
/// pixel, depth format. Written and read here only, so that a frame can be rendered again from its record.
/// </summary>
/// <param name="Scene">Name of the scene.</param>
/// <param name="Environment">The environment before draws.</param>
/// <param name="Waveforms">Lamp name → waveform with every parameter that was written down.</param>
/// <param name="Msaa">Colour samples per pixel.</param>
/// <param name="CategoryBits">Bits of a category id, 8 or 16.</param>
/// <param name="Output">What the camera writes.</param>
public sealed record SceneProvenance(
    string Scene,
    EnvironmentLight Environment,
    IReadOnlyDictionary<string, PluginUse> Waveforms,
    int Msaa,
    int CategoryBits,
    CameraOutput Output)
{
    public JsonObject ToJson() => new()
    {
        ["scene"] = Scene,
        ["environment"] = new JsonObject
        {
            ["hdr"] = Environment.Hdr,
            ["intensity"] = Environment.Intensity,
            ["rotation_deg"] = Environment.RotationDegrees,
        },
        ["waveforms"] = new JsonObject(Waveforms
            .Where(lamp => lamp.Value.Enabled)
            .Select(lamp => KeyValuePair.Create(lamp.Key, (JsonNode?)ToJson(lamp.Value)))),
        ["msaa"] = Msaa,
        ["category_bits"] = CategoryBits,
        ["output"] = Output == CameraOutput.Raw ? "raw" : "display",
    };

    /// <exception cref="FormatException">A key is missing or has another type.</exception>
    public static SceneProvenance FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            JsonObject environment = json["environment"]!.AsObject();
            return new(
                json["scene"]!.GetValue<string>(),
                new(environment["hdr"]?.GetValue<string>(), environment["intensity"]!.GetValue<double>(), environment["rotation_deg"]!.GetValue<double>()),
                json["waveforms"]!.AsObject().ToDictionary(lamp => lamp.Key, lamp => FromJson(lamp.Key, lamp.Value!), StringComparer.Ordinal),
                json["msaa"]!.GetValue<int>(),
                json["category_bits"]!.GetValue<int>(),
                json["output"]!.GetValue<string>() == "raw" ? CameraOutput.Raw : CameraOutput.Display);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException)
        {
            throw new FormatException($"provenance.render of the record is not what this version writes: {e.Message}", e);
        }
    }

    private static JsonObject ToJson(PluginUse use) => new()
    {
        ["use"] = use.Use,
        ["parameters"] = new JsonObject(use.Parameters.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))),
    };

    private static PluginUse FromJson(string lamp, JsonNode json) => new(
        json["use"]?.GetValue<string>() ?? throw new FormatException($"provenance.render.waveforms.{lamp}.use is missing."),
        json["parameters"]!.AsObject().ToDictionary(p => p.Key, p => p.Value?.DeepClone(), StringComparer.Ordinal));
}
