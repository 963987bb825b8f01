using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Distributions of single values.</summary>
internal static class ChoiceSection
{
    private const int MostValues = 10_000;

    /// <summary><c>choice: [values]</c>, with <c>weights: [numbers]</c> or without.</summary>
    public static ChoiceDistribution? Weighted(SectionReader section)
    {
        ChoiceDistribution? choice = Choice(section.Find("choice")!, section.PathOf("choice"), section.Log);
        if (section.Find("weights") is not { } list)
        {
            return choice;
        }

        double?[] weights = [.. section.Items(list, "weights", "a list with a number above 0 for each value")
            .Select(item => ScalarReader.Number(item.Node, item.Path, NumberRange.Positive("how likely beside the others"), section.Log))];
        if (choice is not null && list is LocatedSequence && weights.Length != choice.Values.Count)
        {
            section.Log.Add(list, section.PathOf("weights"), $"there are {weights.Length} weights and {choice.Values.Count} values", "one weight for each value");
            return null;
        }

        return choice is null || weights.Length == 0 || weights.Contains(null) ? null : choice with { Weights = [.. weights.Select(weight => weight!.Value)] };
    }

    /// <summary><c>grid: [low, high, count]</c>: values at equal steps, both ends among them.</summary>
    public static ChoiceDistribution? Grid(SectionReader section)
    {
        if (ContinuousSection.Numbers(section, "grid", "[low, high, count]") is not [double low, double high, double count])
        {
            return null;
        }

        if (low >= high || count < 2 || count > MostValues || count % 1 != 0)
        {
            section.Log.Add(section.Find("grid")!, section.PathOf("grid"), "low is not below high, or the count is no whole number from 2", "[low, high, count], like [0, 1, 5]");
            return null;
        }

        return new([.. Enumerable.Range(0, (int)count).Select(i => JsonValue.Create(Math.Round(low + (i * (high - low) / (count - 1)), 12)))]);
    }

    /// <summary>Each value of a list.</summary>
    public static ChoiceDistribution? Choice(LocatedNode node, string path, ReadingLog log)
    {
        if (node is not LocatedSequence { Items.Count: > 0 } list)
        {
            log.Add(node, path, node is LocatedSequence ? "the list is empty" : $"there is {node.Description}", "a list of at least one value");
            return null;
        }

        JsonValue?[] values = [.. list.Items.Select((item, i) => ScalarReader.Json(item, $"{path}[{i}]", log))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && !seen.Add(value.ToJsonString()))
            {
                log.Add(list.Items[i], $"{path}[{i}]", $"the choice {list.Items[i].Description} is there twice");
            }
        }

        return values.All(v => v is not null) ? new([.. values.Select(v => v!)]) : null;
    }

    /// <summary>A single value.</summary>
    public static ChoiceDistribution? Constant(LocatedNode node, string path, ReadingLog log) =>
        node is LocatedScalar && ScalarReader.Json(node, path, log) is { } value ? new([value])
        : node is LocatedScalar ? null
        : Fail(node, path, log);

    private static ChoiceDistribution? Fail(LocatedNode node, string path, ReadingLog log)
    {
        log.Add(node, path, $"there is {node.Description}", "a value");
        return null;
    }
}
