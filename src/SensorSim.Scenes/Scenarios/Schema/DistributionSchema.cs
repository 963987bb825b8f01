using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>What a draw takes its values from: the keys that the sections of distributions own, put together for one kind of values.</summary>
internal static class DistributionSchema
{
    /// <summary>A mapping that names a distribution of any values. Readers take this one and then judge the distribution, so that they can say what is wrong with it.</summary>
    public static MappingSchema Named { get; } = Alone(Keys(ValueRule.Anything));

    /// <summary>A mapping with a distribution of any values for each case.</summary>
    public static MappingSchema Cases { get; } = CasesOf(Plain(ValueRule.Anything), Example(ValueRule.Anything.Schema));

    /// <summary>A list of choices among any values.</summary>
    public static ListSchema AnyChoices { get; } = Choices(ValueRule.Anything.Schema);

    /// <summary>A distribution of such values, with cases or without.</summary>
    public static DefinedSchema Of(ValueRule values)
    {
        DefinedSchema plain = Plain(values);
        return new($"draw_of_{NameOf(values)}", "a value, a list of choices, a distribution, or cases with a distribution each", () => new AlternativesSchema("a distribution", plain, CasesOf(plain, Example(values.Schema))));
    }

    /// <summary>A mapping that names a distribution: one of the keys does, the others say more about it.</summary>
    public static MappingSchema Alone(IReadOnlyList<KeySchema> keys)
    {
        KeySchema[] kinds = [.. keys.Where(key => key.Name is not (ChoiceSection.Weights or ContinuousSection.Bins))];
        KeyGroup one = new(IsRequired: true, [.. kinds.Select(key => key.Name)])
        {
            Missing = "no distribution is named",
            Expected = $"one of {string.Join(", ", kinds.Select(key => $"{key.Name}: {key.Value.Expected}"))}",
        };
        bool hasBins = keys.Any(key => key.Name == ContinuousSection.Bins);
        return new(keys) { Groups = [one, .. hasBins ? kinds.Where(key => ChoiceSection.Kinds.Contains(key.Name, StringComparer.Ordinal)).Select(WithoutBins) : []] };
    }

    private static KeyGroup WithoutBins(KeySchema kind) =>
        new(IsRequired: false, kind.Name, ContinuousSection.Bins) { Expected = "bins of a continuous distribution; single values are bins of their own" };

    private static DefinedSchema Plain(ValueRule values) => new(
        $"distribution_of_{NameOf(values)}", "a distribution",
        () => new AlternativesSchema("a value, a list of choices, or a mapping that names a distribution", values.Schema, Choices(values.Schema), Alone(Keys(values))));

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
        _ => values.SchemaName,
    };

    private static MappingSchema CasesOf(ValueSchema plain, string example) => new(
        new("when", new ListSchema(
            new MappingSchema(
                new("if", ConditionSection.Schema, "Conditions over the sample's other draws.", "{ parameters.shift: night }") { IsRequired = true },
                new("use", plain, "What is drawn from where they hold.", example) { IsRequired = true }),
            "a list of { if: { DRAW: value }, use: distribution }"), "Cases: the first whose conditions hold counts.", $"[{{ if: {{ parameters.shift: night }}, use: {example} }}]") { IsRequired = true },
        new("else", plain, "What is drawn from where no case holds.", example) { IsRequired = true });

    private static ListSchema Choices(ValueSchema value) => new(value, "a list of at least one value") { MinCount = 1 };

    private static KeySchema[] Keys(ValueRule values)
    {
        ValueSchema value = values.Schema;
        KeySchema[] single = ChoiceSection.Keys(value, Choices(value), Example(value));
        bool hasNumbers = value is NumberSchema || values == ValueRule.Anything;
        var number = new NumberSchema(value is NumberSchema { Range: var range } ? range with { Unit = "" } : NumberRange.Any);
        (string, string) ends = Ends(number);
        return hasNumbers ? [.. ContinuousSection.Keys(number, NameOf(values), ends), ChoiceSection.GridKey(ends), .. single] : single;
    }

    // A value that every such attribute takes.
    private static string Example(ValueSchema value) => value switch
    {
        NumberSchema { Range: var range } => range.Contains(0.5) ? "0.5" : PlainNumber.Text(double.IsFinite(range.Max) ? (range.Min + range.Max) / 2 : range.Min + 1),
        TextSchema { Pattern: not null } => "\"#c8a060\"",
        TruthSchema => "true",
        AlternativesSchema => WaveformChoiceSection.Steady,
        _ => "day",
    };

    // Two values that every such attribute takes.
    private static (string Low, string High) Ends(NumberSchema value) => double.IsFinite(value.Range.Max) && !value.Range.Contains(0.25)
        ? (PlainNumber.Text(value.Range.Min), PlainNumber.Text(value.Range.Max))
        : ("0.25", "1");
}
