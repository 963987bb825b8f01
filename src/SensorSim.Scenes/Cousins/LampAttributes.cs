using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Cousins;

/// <summary>What a scenario can vary of lamps besides their light itself: where they are, how they flicker, when they fail.</summary>
internal static class LampAttributes
{
    /// <summary>What stands before a parameter of a lamp's waveform: "flicker.mains_hz".</summary>
    public const string FlickerPrefix = "flicker.";

    /// <summary>The same between a lamp's name and the parameter.</summary>
    public const string FlickerInfix = ".flicker.";

    /// <summary>Which waveform a lamp has.</summary>
    public const string Waveform = "flicker";

    /// <summary>How messages write the parameter of a waveform.</summary>
    public const string FlickerParameter = "flicker.PARAMETER";

    /// <summary>When a lamp goes dark.</summary>
    public const string FailsAt = "fails_at_s";

    public const string Azimuth = "azimuth_deg";

    public const string Elevation = "elevation_deg";

    public static IReadOnlyList<CousinAttribute<LampMotion>> Motions { get; } =
    [
        new("offset_x_m", Metres, (motion, v) => motion with { Offset = motion.Offset with { X = Number(v) } }) { Example = "{ uniform: [-0.5, 0.5] }" },
        new("offset_y_m", Metres, (motion, v) => motion with { Offset = motion.Offset with { Y = Number(v) } }) { Example = "{ uniform: [-0.5, 0.5] }" },
        new("offset_z_m", Metres, (motion, v) => motion with { Offset = motion.Offset with { Z = Number(v) } }) { Example = "{ uniform: [-0.5, 0.5] }" },
        new(Azimuth, ValueRule.Number(NumberRange.Degrees("degrees; 0 shines from +Z, 90 from +X")), (motion, v) => motion with { AzimuthDegrees = Number(v) }) { Example = "{ uniform: [0, 360] }" },
        new(Elevation, ValueRule.Number(new(-90, 90, "degrees above the horizon")), (motion, v) => motion with { ElevationDegrees = Number(v) }) { Example = "{ uniform: [3, 15] }" },
    ];

    public static IReadOnlyList<CousinAttribute<LampState>> States { get; } =
    [
        new(FailsAt, ValueRule.Number(NumberRange.Length("seconds of the episode")), (lamp, v) => lamp with { FailsAtSeconds = Number(v) }) { Example = "{ uniform: [0.1, 0.4] }" },
        new(Waveform, ValueRule.Waveform, (lamp, _) => lamp) { Example = "[steady, light.mains, { use: light.pwm, frequency_hz: 200 }]" },
    ];

    /// <summary>With what stands for the parameters of waveforms, which only the host knows.</summary>
    public static IReadOnlyList<CousinAttribute> All { get; } =
        [.. CousinAttributes.Lights, .. Motions, .. States, new CousinAttribute<LampState>(FlickerParameter, ValueRule.Anything, (lamp, _) => lamp) { Example = "{ uniform: [0.2, 0.9] }" }];

    /// <summary>The attribute of this name, the parameters of waveforms among them; null where there is none.</summary>
    public static CousinAttribute? Find(string name) =>
        name.StartsWith(FlickerPrefix, StringComparison.Ordinal) ? All[^1] : All.SkipLast(1).FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>The waveform that a draw names; null is steady.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static PluginUse? Chosen(JsonValue drawn, IReadOnlyDictionary<string, PluginUse> choices) => CousinAttributes.Text(drawn) is var name && name == WaveformChoiceSection.Steady ? null
        : choices.TryGetValue(name, out PluginUse? use) ? use
        : throw new ArgumentException($"There is no waveform {drawn.ToJsonString()} to choose.", nameof(drawn));

    /// <summary>A waveform with drawn parameters.</summary>
    /// <exception cref="ArgumentException">The lamp has none.</exception>
    public static PluginUse? Flicker(string lamp, PluginUse? waveform, IReadOnlyList<(string Attribute, JsonValue Value)> drawn)
    {
        if (drawn.Count == 0)
        {
            return waveform;
        }

        var parameters = new Dictionary<string, JsonNode?>((waveform ?? throw new ArgumentException($"The lamp '{lamp}' does not flicker.", nameof(lamp))).Parameters, StringComparer.Ordinal);
        foreach ((string attribute, JsonValue value) in drawn)
        {
            parameters[attribute[FlickerPrefix.Length..]] = value.DeepClone();
        }

        return waveform with { Parameters = parameters };
    }

    private static ValueRule Metres => ValueRule.Number(NumberRange.Place with { Unit = "metres along a world axis" });

    private static double Number(JsonValue value) => CousinAttributes.Number(value);
}
