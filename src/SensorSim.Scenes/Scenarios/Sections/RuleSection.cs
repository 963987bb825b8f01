using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins.rules</c>: what no sample may be, and what every sample must be.</summary>
internal static class RuleSection
{
    private static readonly MappingSchema s_rule = new(
        new("forbid", ConditionSection.Schema, "What no sample may be.", "{ parameters.shift: day }"),
        new("require", ConditionSection.Schema, "What every sample must be.", "{ parameters.shift: day }"),
        new("when", ConditionSection.Schema, "The rule holds only for samples like this.", "{ parameters.shift: night }"))
    {
        Groups = [new(IsRequired: true, "forbid", "require") { Missing = "there is neither forbid nor require", Expected = "one of them; a second rule for the other" }],
    };

    public static ListSchema Schema { get; } = new(s_rule, "a list of { forbid: { DRAW: value } } or { require: { DRAW: value } }, each with when: { DRAW: value } or without");

    public static List<SamplingRule> ReadAll(SectionReader cousins)
    {
        var rules = new List<SamplingRule>();
        foreach (SectionReader section in cousins.Sections("rules"))
        {
            if (Read(section, rules.Count) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static SamplingRule? Read(SectionReader section, int index)
    {
        bool forbids = section.Has("forbid");
        List<DrawCondition> conditions = ConditionSection.Read(section, forbids ? "forbid" : "require");
        List<DrawCondition> when = ConditionSection.Read(section, "when");
        return conditions.Count == 0 ? null : new(forbids, conditions, when, index, section.Mapping.Position);
    }
}
