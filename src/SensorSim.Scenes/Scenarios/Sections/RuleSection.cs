using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins.rules</c>: what no sample may be, and what every sample must be.</summary>
internal static class RuleSection
{
    private const string Expected = "a list of { forbid: { DRAW: value } } or { require: { DRAW: value } }, each with when: { DRAW: value } or without";

    public static List<SamplingRule> ReadAll(SectionReader cousins)
    {
        var rules = new List<SamplingRule>();
        foreach ((LocatedNode item, string path) in cousins.Items(cousins.Find("rules"), "rules", Expected))
        {
            if (SectionReader.Of(item, path, Expected, cousins.Log) is { } section && Read(section, rules.Count) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static SamplingRule? Read(SectionReader section, int index)
    {
        LocatedNode? forbid = section.Find("forbid"), require = section.Find("require");
        if (forbid is null == require is null)
        {
            section.Log.Add(section.Mapping, section.Path, forbid is null ? "there is neither forbid nor require" : "there are both forbid and require", "one of them; a second rule for the other");
        }

        List<DrawCondition> conditions = ConditionSection.Read(forbid ?? require, section.PathOf(forbid is null ? "require" : "forbid"), section.Log);
        List<DrawCondition> when = ConditionSection.Read(section.Find("when"), section.PathOf("when"), section.Log);
        section.RejectUnknown();
        return conditions.Count == 0 ? null : new(forbid is not null, conditions, when, index, section.Mapping.Position);
    }
}
