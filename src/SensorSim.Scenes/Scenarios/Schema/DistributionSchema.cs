using SensorSim.Scenes.Cousins;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>What a draw takes its values from.</summary>
internal static class DistributionSchema
{
    private static readonly NumberSchema s_number = new(NumberRange.Any);
    private static readonly NumberSchema s_weight = new(NumberRange.Positive("how likely beside the others"));

    /// <summary>A distribution of such values, with cases or without.</summary>
    public static DefinedSchema Of(ValueRule values)
    {
        string name = NameOf(values);
        DefinedSchema plain = new($"distribution_of_{name}", "a distribution", () => Plain(values));
        return new($"draw_of_{name}", "a value, a list of choices, a distribution, or cases with a distribution each", () => new AlternativesSchema("a distribution", plain, Cases(plain, Example(values.Schema))));
    }

    private static string NameOf(ValueRule values) => values.Schema switch
    {
        NumberSchema number => number.Range switch
        {
            { Min: double.NegativeInfinity, Max: double.PositiveInfinity } => "numbers",
            { Max: double.PositiveInfinity, Min: var min } => FormattableString.Invariant($"numbers_from_{min}"),
            var (min, max, _, _) => FormattableString.Invariant($"numbers_from_{min}_to_{max}"),
        },
        TextSchema { Pattern: not null } => "colours",
        TruthSchema => "truth",
        _ => values == ValueRule.Anything ? "anything" : "names",
    };

    private static MappingSchema Cases(ValueSchema plain, string example) => new(
        new("when", new ListSchema(
            new MappingSchema(
                new("if", ConditionSchema.Conditions, "Conditions over the sample's other draws.", "{ parameters.shift: night }") { IsRequired = true },
                new("use", plain, "What is drawn from where they hold.", example) { IsRequired = true }),
            "a list of { if: { DRAW: value }, use: distribution }"), "Cases: the first whose conditions hold counts.", $"[{{ if: {{ parameters.shift: night }}, use: {example} }}]") { IsRequired = true },
        new("else", plain, "What is drawn from where no case holds.", example) { IsRequired = true });

    private static AlternativesSchema Plain(ValueRule values)
    {
        ValueSchema value = values.Schema;
        var choices = new ListSchema(value, "a list of at least one value") { MinCount = 1 };
        string example = Example(value);
        KeySchema[] single =
        [
            new("choice", choices, "Each value as likely, or as its weight says; each a bin of its own.", $"[{example}]"),
            new("weights", new ListSchema(s_weight, "a list with a number above 0 for each value") { MinCount = 1 }, "How likely each choice is beside the others.", "[1]") { Needs = "choice" },
            new("constant", value, "Always this value.", example),
        ];
        bool hasNumbers = value is NumberSchema || values == ValueRule.Anything;
        var number = new NumberSchema(value is NumberSchema { Range: var range } ? range with { Unit = "" } : NumberRange.Any);
        KeySchema[] keys = hasNumbers ? [.. Continuous(number, NameOf(values)), Grid(number), .. single] : single;
        return new("a value, a list of choices, or a mapping that names a distribution", value, choices, Alone(keys));
    }

    // A value that every such attribute takes.
    private static string Example(ValueSchema value) => value switch
    {
        NumberSchema { Range: var range } => PlainNumberIn(range),
        TextSchema { Pattern: not null } => "\"#c8a060\"",
        TruthSchema => "true",
        _ => "day",
    };

    private static string PlainNumberIn(NumberRange range) => range.Contains(0.5) ? "0.5" : Plugins.PlainNumber.Text(double.IsFinite(range.Max) ? (range.Min + range.Max) / 2 : range.Min + 1);

    // Two values that every such attribute takes.
    private static (string Low, string High) Ends(NumberSchema value) => double.IsFinite(value.Range.Max) && value.Range.Min > 1
        ? (Plugins.PlainNumber.Text(value.Range.Min), Plugins.PlainNumber.Text(value.Range.Max))
        : ("0.25", "1");

    private static ListSchema Numbers(string shape, NumberSchema item, int count) => new(item, shape) { MinCount = count, MaxCount = count };

    private static KeySchema Grid(NumberSchema value) =>
        new("grid", Numbers("[low, high, count]", s_number, 3), "Values at equal steps, both ends among them, each as likely.", $"[{Ends(value).Low}, {Ends(value).High}, 4]");

    private static KeySchema[] Continuous(NumberSchema value, string name)
    {
        (string low, string high) = Ends(value);
        return
        [
            new("uniform", Numbers("[low, high]", value, 2), "Every value between two ends as likely.", $"[{low}, {high}]"),
            new("log_uniform", Numbers("[low, high]", value, 2), "Every ratio as likely, 0 < low < high.", $"[{low}, {high}]"),
            .. value.Range == NumberRange.Any ? [new KeySchema("normal", Numbers("[mean, standard deviation]", s_number, 2), "A normal distribution, without ends.", "[0, 1]")] : Array.Empty<KeySchema>(),
            new("truncated_normal", Numbers("[mean, standard deviation, low, high]", s_number, 4), "A normal distribution between two ends.", $"[{low}, {high}, {low}, {high}]"),
            new("mixture", Mixture(value, name, $"{{ uniform: [{low}, {high}] }}"), "One of several continuous distributions, as likely as their weights.", $"[{{ weight: 3, use: {{ uniform: [{low}, {high}] }} }}]"),
            new("empirical", Empirical, "What was measured: a column of a CSV file with a header.", "{ file: lux.csv, column: lux }"),
            new("bins", new AlternativesSchema("a count, or at least two increasing edges", new IntegerSchema(1, 1000), new ListSchema(s_number, "edges") { MinCount = 2 }), "Bins of a continuous distribution: a count of equal probability (4 without it), or increasing edges.", "4"),
        ];
    }

    private static ListSchema Mixture(NumberSchema value, string name, string example)
    {
        var part = new DefinedSchema($"continuous_distribution_of_{name}", "a continuous distribution", () => Alone(Continuous(value, name)));
        return new(
            new MappingSchema(
                new("weight", s_weight, "How likely beside the others.", "3") { Default = "1" },
                new("use", part, "A continuous distribution.", example) { IsRequired = true }),
            "a list of { weight: number, use: distribution }") { MinCount = 1 };
    }

    // One of the keys names the distribution, the others say more about it.
    private static MappingSchema Alone(KeySchema[] keys) => new(keys)
    {
        Groups = [new(IsRequired: true, [.. keys.Select(key => key.Name).Except(["weights", "bins"], StringComparer.Ordinal)])],
    };

    private static MappingSchema Empirical { get; } = new(
        new("file", new TextSchema("a CSV file with a header line"), "A CSV file with a header, relative to this file.", "lux.csv") { IsRequired = true },
        new("column", new TextSchema("the name of its column of numbers"), "Its column of numbers.", "lux") { IsRequired = true });
}
