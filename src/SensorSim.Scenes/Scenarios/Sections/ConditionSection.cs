using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Conditions over draws, in rules and in cases of a distribution: <c>{ DRAW: value, DRAW: [values], DRAW: { above: number } }</c>.</summary>
internal static class ConditionSection
{
    private static readonly Dictionary<string, Comparison> s_comparisons = new(StringComparer.Ordinal)
    {
        ["above"] = Comparison.Above,
        ["at_least"] = Comparison.AtLeast,
        ["below"] = Comparison.Below,
        ["at_most"] = Comparison.AtMost,
    };

    private static readonly TextSchema s_value = new("a value");
    private static readonly ListSchema s_values = new(s_value, "at least one value") { MinCount = 1 };

    private static readonly MappingSchema s_test = new(
        Limit("above", "More than this number or this other draw."),
        Limit("at_least", "This number or this other draw, or more."),
        Limit("below", "Less than this number or this other draw."),
        Limit("at_most", "This number or this other draw, or less."),
        new("not", new AlternativesSchema("a value or a list of values", s_value, s_values), "Anything else than this value, or these.", "day"));

    private static readonly PatternSchema s_conditions = new(
        "a mapping of draws to a value, a list of values, or { above, at_least, below, at_most: a number or a draw's name, not: value }",
        new KeySchema("^", new AlternativesSchema("a value, a list of values, or a mapping with above, at_least, below, at_most, not", s_value, s_values, s_test), "A draw by its full name, and what it must be.", "{ below: 0.2 }")
        {
            Sample = "parameters.speed",
        });

    public static DefinedSchema Schema { get; } = new("conditions", s_conditions.Expected, () => s_conditions);

    /// <summary>The conditions of a key; none without it.</summary>
    public static List<DrawCondition> Read(SectionReader section, string key)
    {
        var conditions = new List<DrawCondition>();
        if (section.Find(key) is not { } node)
        {
            return conditions;
        }

        ReportEmpty(node, section.PathOf(key), section.Log);
        foreach ((LocatedEntry entry, string path) in PatternReader.Entries(node, section.PathOf(key), s_conditions, section.Log))
        {
            if (Tests(DrawnFiles.In(entry.Value, entry.Key.Text, path, section.Log), path, section.Log) is { Count: > 0 } tests)
            {
                conditions.Add(new(entry.Key.Text, tests, entry.Key.Position));
            }
        }

        return conditions;
    }

    private static void ReportEmpty(LocatedNode node, string path, ReadingLog log)
    {
        if (node is LocatedMapping { Entries.Count: 0 })
        {
            log.Add(node, path, "there is no condition", Schema.Expected);
        }
    }

    private static List<ValueTest> Tests(LocatedNode node, string path, ReadingLog log)
    {
        if (node is not LocatedMapping)
        {
            return OneOf(node, path, log) is { } one ? [one] : [];
        }

        ReportEmpty(node, path, log);
        SectionReader section = SectionReader.Of(node, path, s_test, log)!;
        List<ValueTest> tests = [.. s_comparisons.Select(comparison => Compare(section, comparison.Key, comparison.Value)).OfType<ValueTest>()];
        if (section.Find("not") is { } not && OneOf(not, section.PathOf("not"), log) is { } refused)
        {
            tests.Add(refused with { IsNegated = true });
        }

        return tests;
    }

    private static ComparisonTest? Compare(SectionReader section, string key, Comparison comparison)
    {
        if (section.Find(key) is not { } node || ScalarReader.Json(node, section.PathOf(key), section.Log) is not { } value)
        {
            return null;
        }

        return ValueRule.NumberOf(value) is double number ? new(comparison, number)
            : value.TryGetValue(out string? other) ? new(comparison, double.NaN, other)
            : Refuse(section, key, node);
    }

    private static ComparisonTest? Refuse(SectionReader section, string key, LocatedNode node)
    {
        section.Log.Add(node, section.PathOf(key), $"there is {node.Description}", "a number or a draw's name");
        return null;
    }

    private static OneOfTest? OneOf(LocatedNode node, string path, ReadingLog log)
    {
        if (node is not LocatedSequence)
        {
            return ScalarReader.Json(node, path, log) is { } value ? new([value]) : null;
        }

        JsonValue?[] values = [.. ListReader.Items(node, path, s_values, log).Select(item => ScalarReader.Json(item.Node, item.Path, log))];
        return values.Length == 0 || values.Contains(null) ? null : new([.. values.Select(value => value!)]);
    }

    private static KeySchema Limit(string name, string description) => new(name, s_value, description, "0.2");
}
