using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>lights</c>: rules over lamps of the scene.</summary>
internal static class LightSection
{
    /// <summary>What <c>flicker</c> means when it names no plugin.</summary>
    public const string DefaultWaveform = "light.mains";

    private const string Expected = "a list of rules, each { match: PATTERN, flicker: { … } }";

    public static List<LightRule> ReadAll(SectionReader scenario)
    {
        var rules = new List<LightRule>();
        foreach ((LocatedNode item, string path) in scenario.Items(scenario.Find("lights"), "lights", Expected))
        {
            if (SectionReader.Of(item, path, "a mapping { match: PATTERN, flicker: { … } }", scenario.Log) is { } section)
            {
                rules.Add(Read(section));
            }
        }

        return rules;
    }

    private static LightRule Read(SectionReader section)
    {
        LocatedNode? match = section.Require("match", "a pattern over the names of lamps, like ceiling*");
        string pattern = (match is null ? null : ScalarReader.Text(match, section.PathOf("match"), section.Log)) ?? "";
        PluginUse? flicker = section.Find("flicker") is { } node
            ? PluginSection.Read(node, section.PathOf("flicker"), DefaultWaveform, section.Log)
            : null;
        var size = new LightSize(
            section.Number("angular_diameter_deg", new(0, LightSize.WidestDegrees, "degrees")), section.Number("radius_m", NumberRange.NotNegative("metres")));
        section.RejectUnknown();
        return new(pattern, flicker, match?.Position ?? section.Mapping.Position) { Size = size == new LightSize(null, null) ? null : size };
    }
}
