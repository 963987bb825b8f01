using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins.correlated</c>: draws that go together.</summary>
internal static class CorrelatedSection
{
    private const string Expected = "a list of { draws: [DRAW, DRAW], correlation: number }";

    public static List<CorrelatedDraws> ReadAll(SectionReader cousins)
    {
        var groups = new List<CorrelatedDraws>();
        foreach ((LocatedNode item, string path) in cousins.Items(cousins.Find("correlated"), "correlated", Expected))
        {
            if (SectionReader.Of(item, path, Expected, cousins.Log) is { } section && Read(section) is { } group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    private static CorrelatedDraws? Read(SectionReader section)
    {
        const string expected = "a list of at least two names of draws";
        string[] draws = [.. section.Items(section.Require("draws", expected), "draws", expected).Select(item => ScalarReader.Text(item.Node, item.Path, section.Log)).OfType<string>()];
        double correlation = section.RequireNumber("correlation", new(-1, 1, "of each pair"));
        section.RejectUnknown();
        if (draws.Length < 2 || draws.Distinct(StringComparer.Ordinal).Count() < draws.Length)
        {
            section.Log.Add(section.Mapping, section.PathOf("draws"), "there are not two different draws", expected);
            return null;
        }

        if (correlation >= 1 || correlation <= -1.0 / (draws.Length - 1))
        {
            section.Log.Add(section.Mapping, section.PathOf("correlation"), $"{draws.Length} draws cannot have it with each other", $"a number above {-1.0 / (draws.Length - 1):G3} and below 1");
            return null;
        }

        return double.IsNaN(correlation) ? null : new(draws, correlation, section.Mapping.Position);
    }
}
