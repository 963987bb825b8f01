using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>A distribution: a value, a list of choices, or a mapping that names one.</summary>
internal static class DistributionSection
{
    private const string Expected =
        "a value, a list of choices, or a mapping with one of uniform: [low, high], log_uniform: [low, high], normal: [mean, standard deviation], "
        + "truncated_normal: [mean, standard deviation, low, high], mixture: [{ weight: w, use: distribution }], empirical: { file: FILE.csv, column: NAME }, "
        + "grid: [low, high, count], choice: [values], constant: value, when: [{ if: { DRAW: value }, use: distribution }]";

    private static readonly string[] s_kinds = ["uniform", "log_uniform", "normal", "truncated_normal", "mixture", "empirical", "grid", "choice", "constant"];

    /// <summary>Reads what a draw takes its values from, and checks that the attribute takes all of its values; null after an error.</summary>
    /// <param name="cases">Gets what stands under <c>when</c>.</param>
    public static Distribution? Read(LocatedNode node, string path, ValueRule values, ReadingLog log, List<DistributionCase> cases)
    {
        if (node is not LocatedMapping mapping || mapping.Find("when") is null)
        {
            return Plain(node, path, values, log);
        }

        SectionReader section = SectionReader.Of(node, path, Expected, log)!;
        foreach ((LocatedNode item, string itemPath) in section.Items(section.Find("when"), "when", "a list of { if: { DRAW: value }, use: distribution }"))
        {
            if (SectionReader.Of(item, itemPath, "a mapping { if: { DRAW: value }, use: distribution }", log) is { } one && Case(one, values) is { } read)
            {
                cases.Add(read);
            }
        }

        LocatedNode? otherwise = section.Require("else", "what it is drawn from where no case holds: a distribution");
        section.RejectUnknown();
        return otherwise is null ? null : Plain(otherwise, section.PathOf("else"), values, log);
    }

    private static DistributionCase? Case(SectionReader section, ValueRule values)
    {
        LocatedNode? use = section.Require("use", "a distribution");
        List<DrawCondition> conditions = ConditionSection.Read(section.Require("if", ConditionSection.Expected), section.PathOf("if"), section.Log);
        Distribution? distribution = use is null ? null : Plain(use, section.PathOf("use"), values, section.Log);
        section.RejectUnknown();
        return distribution is null ? null : new(conditions, distribution);
    }

    /// <summary>Reads a distribution without cases and checks that the attribute takes all of its values; null after an error.</summary>
    private static Distribution? Plain(LocatedNode node, string path, ValueRule values, ReadingLog log)
    {
        Distribution? distribution = node switch
        {
            LocatedSequence list => ChoiceSection.Choice(list, path, log),
            LocatedMapping => SectionReader.Of(node, path, Expected, log) is { } section ? Named(section) : null,
            _ => ChoiceSection.Constant(node, path, log),
        };
        if (distribution is not null && !values.Accepts(distribution))
        {
            string unbounded = distribution is ContinuousDistribution { Minimum: double.NegativeInfinity } ? "; a normal distribution has no ends, truncated_normal does" : "";
            log.Add(node, path, $"a draw could be something else than is allowed here{unbounded}", values.Expected);
            return null;
        }

        return distribution;
    }

    /// <summary>The one distribution that a mapping names; null after an error.</summary>
    public static Distribution? Named(SectionReader section)
    {
        string[] present = [.. s_kinds.Where(k => section.Find(k) is not null)];
        Distribution? distribution = present switch
        {
            ["choice"] => ChoiceSection.Weighted(section),
            ["constant"] => ChoiceSection.Constant(section.Find("constant")!, section.PathOf("constant"), section.Log),
            ["grid"] => ChoiceSection.Grid(section),
            [string kind] => ContinuousSection.Read(kind, section),
            _ => null,
        };
        if (present.Length != 1)
        {
            section.Log.Add(section.Mapping, section.Path, present.Length == 0 ? "no distribution is named" : $"{string.Join(" and ", present)} are both named", Expected);
        }

        section.RejectUnknown();
        return distribution;
    }
}
