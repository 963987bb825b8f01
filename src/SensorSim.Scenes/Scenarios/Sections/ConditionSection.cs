using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Conditions over draws: <c>{ DRAW: value, DRAW: [values], DRAW: { above: number } }</c>.</summary>
internal static class ConditionSection
{
    public const string Expected = "a mapping of draws to a value, a list of values, or { above, at_least, below, at_most: a number or a draw's name, not: value }";

    private static readonly (string Key, Comparison Comparison)[] s_comparisons =
        [("above", Comparison.Above), ("at_least", Comparison.AtLeast), ("below", Comparison.Below), ("at_most", Comparison.AtMost)];

    /// <summary>The conditions of a mapping; null gives none.</summary>
    public static List<DrawCondition> Read(LocatedNode? node, string path, ReadingLog log)
    {
        var conditions = new List<DrawCondition>();
        if (node is null || SectionReader.Of(node, path, Expected, log) is not { } section)
        {
            return conditions;
        }

        if (section.Mapping.Entries.Count == 0)
        {
            log.Add(node, path, "there is no condition", Expected);
        }

        foreach (LocatedEntry entry in section.Mapping.Entries)
        {
            if (Tests(entry.Value, section.PathOf(entry.Key.Text), log) is { Count: > 0 } tests)
            {
                conditions.Add(new(entry.Key.Text, tests, entry.Key.Position));
            }
        }

        return conditions;
    }

    private static List<ValueTest> Tests(LocatedNode node, string path, ReadingLog log)
    {
        if (node is not LocatedMapping)
        {
            return OneOf(node, path, log) is { } one ? [one] : [];
        }

        SectionReader section = SectionReader.Of(node, path, Expected, log)!;
        List<ValueTest> tests = [.. s_comparisons.Select(comparison => Compare(section, comparison.Key, comparison.Comparison)).OfType<ValueTest>()];
        if (section.Find("not") is { } not && OneOf(not, section.PathOf("not"), log) is { } refused)
        {
            tests.Add(refused with { IsNegated = true });
        }

        section.RejectUnknown();
        if (section.Mapping.Entries.Count == 0)
        {
            log.Add(node, path, "there is no condition", Expected);
        }

        return tests;
    }

    private static ComparisonTest? Compare(SectionReader section, string key, Comparison comparison)
    {
        if (section.Find(key) is not { } node || ScalarReader.Json(node, section.PathOf(key), section.Log) is not { } value)
        {
            return null;
        }

        return Cousins.ValueRule.NumberOf(value) is double number ? new(comparison, number)
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
        if (node is not LocatedSequence list)
        {
            return ScalarReader.Json(node, path, log) is { } value ? new([value]) : null;
        }

        JsonValue?[] values = [.. list.Items.Select((item, i) => ScalarReader.Json(item, $"{path}[{i}]", log))];
        if (values.Length == 0)
        {
            log.Add(node, path, "the list is empty", "at least one value");
        }

        return values.Length == 0 || values.Contains(null) ? null : new([.. values.Select(value => value!)]);
    }
}
