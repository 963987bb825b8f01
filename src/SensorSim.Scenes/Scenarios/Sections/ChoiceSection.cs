using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Distributions of single values.</summary>
internal static class ChoiceSection
{
    /// <summary>The key that goes with <c>choice</c>.</summary>
    public const string Weights = "weights";

    private const string Weighted = "choice";
    private const string Single = "constant";
    private const string Steps = "grid";
    private const int MostValues = 10_000;

    private static readonly ListSchema s_weights =
        new(new NumberSchema(NumberRange.Positive("how likely beside the others")), "a list with a number above 0 for each value") { MinCount = 1 };

    /// <summary>The keys that name one of them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Weighted, Single, Steps];

    /// <summary>Whether values themselves stand under a key, not numbers about them.</summary>
    public static bool HoldsValues(string key) => key is Weighted or Single;

    /// <summary>The keys for values of every kind.</summary>
    public static KeySchema[] Keys(ValueSchema value, ListSchema choices, string example) =>
    [
        new(Weighted, choices, "Each value as likely, or as its weight says; each a bin of its own.", $"[{example}]"),
        new(Weights, s_weights, "How likely each choice is beside the others.", "[1]") { Needs = Weighted },
        new(Single, value, "Always this value.", example),
    ];

    /// <summary>The key for numbers.</summary>
    public static KeySchema GridKey((string Low, string High) ends) => new(
        Steps, new ListSchema(new NumberSchema(NumberRange.Any), "[low, high, count]") { MinCount = 3, MaxCount = 3 },
        "Values at equal steps, both ends among them, each as likely.", $"[{ends.Low}, {ends.High}, 4]");

    /// <summary>The distribution that a mapping names; null after an error.</summary>
    public static ChoiceDistribution? Read(string kind, SectionReader section) => kind switch
    {
        Weighted => WithWeights(section),
        Single => Constant(section.Find(Single)!, section.PathOf(Single), section.Log),
        _ => Grid(section),
    };

    /// <summary>Each value of a list.</summary>
    public static ChoiceDistribution? Choice(LocatedNode node, string path, ReadingLog log)
    {
        (LocatedNode Node, string Path)[] items = [.. ListReader.Items(node, path, DistributionSchema.AnyChoices, log)];
        JsonValue?[] values = [.. items.Select(item => ScalarReader.Json(item.Node, item.Path, log))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && !seen.Add(value.ToJsonString()))
            {
                log.Add(items[i].Node, items[i].Path, $"the choice {items[i].Node.Description} is there twice");
            }
        }

        return values.Length == 0 || values.Contains(null) ? null : new([.. values.Select(value => value!)]);
    }

    /// <summary>A single value.</summary>
    public static ChoiceDistribution? Constant(LocatedNode node, string path, ReadingLog log)
    {
        if (node is LocatedScalar)
        {
            return ScalarReader.Json(node, path, log) is { } value ? new([value]) : null;
        }

        log.Add(node, path, $"there is {node.Description}", "a value");
        return null;
    }

    private static ChoiceDistribution? WithWeights(SectionReader section)
    {
        ChoiceDistribution? choice = Choice(section.Find(Weighted)!, section.PathOf(Weighted), section.Log);
        if (section.Find(Weights) is not { } list)
        {
            return choice;
        }

        double[]? weights = section.Numbers(Weights);
        if (choice is not null && weights is not null && weights.Length != choice.Values.Count)
        {
            section.Log.Add(list, section.PathOf(Weights), $"weights: {weights.Length}, values: {choice.Values.Count}", "one weight for each value");
            return null;
        }

        return weights is null ? null : choice is null ? null : choice with { Weights = weights };
    }

    private static ChoiceDistribution? Grid(SectionReader section)
    {
        if (section.Numbers(Steps) is not [double low, double high, double count])
        {
            return null;
        }

        if (low >= high || !double.IsFinite((high - low) * count) || count < 2 || count > MostValues || count % 1 != 0)
        {
            section.Log.Add(section.Find(Steps)!, section.PathOf(Steps), "low is not below high, or the count is no whole number from 2", "[low, high, count], like [0, 1, 5]");
            return null;
        }

        return new([.. Enumerable.Range(0, (int)count).Select(i => JsonValue.Create(Math.Round(low + (i * (high - low) / (count - 1)), 12)))]);
    }
}
