using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>target</c> of cousins: what a dataset must cover.</summary>
internal static class CoverageGoalSection
{
    private const int UsualStrength = 2;
    private const int MaximumStrength = 6;
    private const double LeastShare = 0.001;

    public static MappingSchema Schema { get; } = new(
        new("strength", new IntegerSchema(1, MaximumStrength, "draws that are combined"), "How many draws' bins are combined: 2 is every pair.", "2") { Default = "2" },
        new("share", new NumberSchema(new(LeastShare, 1, "share of the combinations that can be")), "Share of the combinations of bins that must occur.", "1") { Default = "1" });

    public static CoverageGoal? Read(SectionReader cousins) =>
        cousins.Section("target") is { } section ? new((int)(section.Integer("strength") ?? UsualStrength), section.Number("share") ?? 1) : null;
}
