using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins</c>: how many, and what varies.</summary>
internal static class CousinSection
{
    /// <summary>JSON numbers are exact up to here.</summary>
    private const ulong MaximumSeed = (1UL << 53) - 1;

    public static CousinSettings Read(SectionReader scenario)
    {
        const string expected = "a mapping with count, seed, strategy, vary, rules and correlated";
        if (scenario.Find("cousins") is not { } node
            || SectionReader.Of(node, "cousins", expected, scenario.Log) is not { } section)
        {
            return CousinSettings.One;
        }

        var cousins = new CousinSettings(
            (long)(section.Integer("count", 1, CousinSettings.MaximumCount) ?? 1),
            section.Integer("seed", 0, MaximumSeed) ?? 0,
            StrategySection.Read(section),
            Vary(section, hasEnvironment: scenario.Mapping.Find("environment") is not null))
        {
            StrategyPosition = section.Find("strategy")?.Position ?? section.Mapping.Position,
            Rules = RuleSection.ReadAll(section),
            Correlated = CorrelatedSection.ReadAll(section),
        };
        section.RejectUnknown();
        return cousins;
    }

    private static List<VaryRule> Vary(SectionReader cousins, bool hasEnvironment)
    {
        const string expected = "a mapping of keys like \"lights.*.intensity\" to distributions";
        var rules = new List<VaryRule>();
        if (cousins.Find("vary") is not { } node
            || SectionReader.Of(node, cousins.PathOf("vary"), expected, cousins.Log) is not { } section)
        {
            return rules;
        }

        foreach (LocatedEntry entry in section.Mapping.Entries)
        {
            string path = section.PathOf(entry.Key.Text);
            var cases = new List<DistributionCase>();
            if (VaryKey.Check(entry.Key, path, section.Log) is { } attribute
                && DistributionSection.Read(entry.Value, path, attribute, section.Log, cases) is { } distribution)
            {
                rules.Add(new(entry.Key.Text, distribution, entry.Key.Position, entry.Value.Position) { Cases = cases });
            }

            if (!hasEnvironment && CousinKey.Parse(entry.Key.Text) is { Family: CousinFamily.Environment })
            {
                section.Log.Add(entry.Key, path, "there is no environment to vary", $"a block such as environment: {{ hdr: {EnvironmentLight.Studio} }} in the scenario");
            }
        }

        return rules;
    }
}
