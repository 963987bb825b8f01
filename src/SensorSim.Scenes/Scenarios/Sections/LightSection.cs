using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Lights;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>lights</c>: rules over lamps of the scene.</summary>
internal static class LightSection
{
    /// <summary>What <c>flicker</c> means when it names no plugin.</summary>
    public const string DefaultWaveform = "light.mains";

    public static KeySchema Flicker { get; } = new("flicker", PluginSection.Waveform, $"The lamp's waveform; without use the plugin {DefaultWaveform}.", "{ mains_hz: 50, modulation: 0.8 }");

    public static KeySchema AngularDiameter { get; } = new("angular_diameter_deg", new NumberSchema(new(0, LightSize.WidestDegrees, "degrees")), "Directional lights: how large the source looks, in degrees.", "0.53");

    public static KeySchema Radius { get; } = new("radius_m", new NumberSchema(NumberRange.Length()), "Point and spot lights: radius of the source, in metres.", "0.04");

    private static readonly MappingSchema s_rule = new(
        new("match", new TextSchema("a pattern over the names of lamps, like ceiling*"), "Which lamps: a pattern over their names with * (any run of characters) and ? (any one).", "\"ceiling*\"") { IsRequired = true },
        Flicker,
        AngularDiameter,
        Radius);

    public static ListSchema Schema { get; } = new(s_rule, "a list of rules, each { match: PATTERN, flicker: { … } }");

    public static List<LightRule> ReadAll(SectionReader scenario)
    {
        var rules = new List<LightRule>();
        foreach ((LocatedNode item, string path) in scenario.Items("lights"))
        {
            if (SectionReader.Of(item, path, s_rule, scenario.Log, "a mapping { match: PATTERN, flicker: { … } }") is { } section)
            {
                rules.Add(Read(section));
            }
        }

        return rules;
    }

    /// <summary>A lamp's waveform; null where there is none, and after an error.</summary>
    public static PluginUse? FlickerOf(SectionReader lamp) =>
        lamp.Find("flicker") is { } node ? PluginSection.Read(node, lamp.PathOf("flicker"), DefaultWaveform, lamp.Log) : null;

    private static LightRule Read(SectionReader section)
    {
        var size = new LightSize(section.Number("angular_diameter_deg"), section.Number("radius_m"));
        return new(section.Text("match") ?? "", FlickerOf(section), section.Find("match")?.Position ?? section.Mapping.Position) { Size = size == new LightSize(null, null) ? null : size };
    }
}
