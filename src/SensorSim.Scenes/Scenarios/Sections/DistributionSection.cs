using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>A distribution: a value, a list of choices, or a mapping that names one.</summary>
internal static class DistributionSection
{
    /// <summary>Reads what a draw takes its values from, and checks that the attribute takes all of its values; null after an error.</summary>
    /// <param name="cases">Gets what stands under <c>when</c>.</param>
    public static Distribution? Read(LocatedNode node, string path, ValueRule values, ReadingLog log, List<DistributionCase> cases)
    {
        if (node is not LocatedMapping mapping || !HasCases(mapping, log))
        {
            return Plain(node, path, values, log);
        }

        SectionReader section = SectionReader.Of(mapping, path, DistributionSchema.Cases, log)!;
        cases.AddRange(section.Sections("when").Select(one => Case(one, values)).OfType<DistributionCase>());
        return Plain(section, "else", values);
    }

    // Also where one of their two keys is mistyped.
    private static bool HasCases(LocatedMapping mapping, ReadingLog log)
    {
        string[] cases = [.. DistributionSchema.Cases.Keys.Select(key => key.Name)], named = [.. DistributionSchema.Named.Keys.Select(key => key.Name)];
        bool IsCase(string key) => cases.Contains(key, StringComparer.Ordinal)
            || (!named.Contains(key, StringComparer.Ordinal) && cases.Contains(log.Nearest(key, cases.Concat(named)), StringComparer.Ordinal));
        return mapping.Entries.Any(entry => IsCase(entry.Key.Text));
    }

    private static DistributionCase? Case(SectionReader section, ValueRule values)
    {
        List<DrawCondition> conditions = ConditionSection.Read(section, "if");
        return Plain(section, "use", values) is { } distribution ? new(conditions, distribution) : null;
    }

    private static Distribution? Plain(SectionReader section, string key, ValueRule values) =>
        section.Find(key) is { } node ? Plain(node, section.PathOf(key), values, section.Log) : null;

    // Without cases.
    private static Distribution? Plain(LocatedNode node, string path, ValueRule values, ReadingLog log)
    {
        Distribution? distribution = node switch
        {
            LocatedSequence => ChoiceSection.Choice(node, path, log),
            LocatedMapping => Named(SectionReader.Of(node, path, DistributionSchema.Named, log)!),
            _ => ChoiceSection.Constant(node, path, log),
        };
        if (distribution is not null && !values.Accepts(distribution))
        {
            if (node is LocatedScalar)
            {
                log.Add(node, path, $"there is {node.Description}", values.Expected, ScalarReader.WithPoint(node));
                return null;
            }

            if (node is LocatedSequence list && Misfits(list, path, values, log).ToArray() is { Length: > 0 } misfits)
            {
                log.Errors.AddRange(misfits);
                return null;
            }

            string unbounded = distribution is ContinuousDistribution { Minimum: double.NegativeInfinity } ? "; a normal distribution has no ends, truncated_normal does" : "";
            log.Add(node, path, $"a draw could be something else than is allowed here{unbounded}", values.Expected);
            return null;
        }

        return distribution;
    }

    // Of a list of choices, those that are not allowed.
    private static IEnumerable<ScenarioError> Misfits(LocatedSequence list, string path, ValueRule values, ReadingLog log) => list.Items.Index()
        .Where(item => ChoiceSection.Constant(item.Item, path, log) is { } one && !values.Accepts(one))
        .Select(item => new ScenarioError(item.Item.Position, $"{path}[{item.Index}]", $"there is {item.Item.Description}", values.Expected, ScalarReader.WithPoint(item.Item)));

    /// <summary>The one distribution that a mapping names; null after an error.</summary>
    public static Distribution? Named(SectionReader section) =>
        ChoiceSection.Kinds.FirstOrDefault(section.Has) is { } single ? ChoiceSection.Read(single, section)
        : ContinuousSection.Kinds.FirstOrDefault(section.Has) is { } continuous ? ContinuousSection.Read(continuous, section)
        : null;
}
