using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins</c>: how many, and what varies.</summary>
internal static class CousinSection
{
    /// <summary>JSON numbers are exact up to here.</summary>
    private const ulong MaximumSeed = (1UL << 53) - 1;

    public static MappingSchema Schema { get; } = new(
        new("count", new IntegerSchema(1, CousinSettings.MaximumCount), "How many samples.", "500") { Default = "1" },
        new("seed", new IntegerSchema(0, MaximumSeed), "Seed of every draw; --seed overrides it.", "7") { Default = "0" },
        new("strategy", StrategySection.Schema, "How samples relate to each other.", "independent") { Default = "independent" },
        new("vary", VarySection.Schema, "What varies, and what its values are drawn from.", "{ \"lights.*.intensity\": { log_uniform: [0.1, 1] } }"),
        new("target", CoverageGoalSection.Schema, "What a dataset must cover to be enough; audit judges by it.", "{ strength: 2, share: 1 }"),
        new("rules", RuleSection.Schema, "What no sample may be, and what every sample must be.", "[{ forbid: { parameters.shift: day } }]"),
        new("correlated", CorrelatedSection.Schema, "Draws that go together.", "[{ draws: [parameters.a, parameters.b], correlation: 0.8 }]"));

    public static CousinSettings Read(SectionReader scenario)
    {
        int before = scenario.Log.Errors.Count;
        SectionReader? section = scenario.Section("cousins");
        VaryRule[] draws = [.. section is null ? [] : VarySection.Read(section, hasEnvironment: scenario.Has("environment"), hasPhysics: scenario.Has("physics")), .. Inline(scenario)];
        bool missesDraws = scenario.Log.Errors.Count > before;
        return (section is null ? CousinSettings.One : Unvaried(section)) with { Vary = draws, MissesDraws = missesDraws };
    }

    private static CousinSettings Unvaried(SectionReader section) => new((long)(section.Integer("count") ?? 1), section.Integer("seed") ?? 0, StrategySection.Read(section), [])
    {
        StrategyPosition = section.Find("strategy")?.Position ?? section.Mapping.Position,
        Target = CoverageGoalSection.Read(section),
        Rules = RuleSection.ReadAll(section),
        Correlated = CorrelatedSection.ReadAll(section),
        Placements = PlacementSection.ReadAll(section),
    };

    // What is drawn where other sections have a distribution in place of a value.
    private static IEnumerable<VaryRule> Inline(SectionReader scenario) => PhysicsSection.Draws(scenario).Concat(EventSection.Draws(scenario));
}
