using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins.correlated</c>: draws that go together.</summary>
internal static class CorrelatedSection
{
    // The work for a sample grows with the square of it.
    private const int MostDraws = 64;

    private static readonly ListSchema s_draws = new(new TextSchema("the name of a draw"), $"a list of 2 to {MostDraws} names of draws") { MinCount = 2, MaxCount = MostDraws };

    private static readonly MappingSchema s_group = new(
        new("draws", s_draws, "Names of draws.", "[parameters.a, parameters.b]") { IsRequired = true },
        new("correlation", new NumberSchema(new(-1, 1, "of each pair", Open: true)), "Of the normal scores of any two.", "0.8") { IsRequired = true });

    public static ListSchema Schema { get; } = new(s_group, "a list of { draws: [DRAW, DRAW], correlation: number }");

    public static List<CorrelatedDraws> ReadAll(SectionReader cousins) => [.. cousins.Sections("correlated").Select(Read).OfType<CorrelatedDraws>()];

    private static CorrelatedDraws? Read(SectionReader section)
    {
        string[] draws = section.Texts("draws");
        if (section.Number("correlation") is not { } correlation || draws.Length == 0)
        {
            return null;
        }

        if (draws.Distinct(StringComparer.Ordinal).Count() < Math.Max(draws.Length, s_draws.MinCount))
        {
            section.Log.Add(section.Mapping, section.PathOf("draws"), "there are not two different draws", s_draws.Expected);
            return null;
        }

        if (correlation >= 1 || correlation <= -1.0 / (draws.Length - 1))
        {
            section.Log.Add(section.Mapping, section.PathOf("correlation"), $"{draws.Length} draws cannot have it with each other", $"a number above {-1.0 / (draws.Length - 1):G3} and below 1 (of each pair)");
            return null;
        }

        return new(draws, correlation, section.Mapping.Position);
    }
}
