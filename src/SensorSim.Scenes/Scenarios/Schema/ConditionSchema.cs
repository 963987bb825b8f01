namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>Conditions over draws, in rules and in cases of a distribution.</summary>
internal static class ConditionSchema
{
    private static readonly TextSchema s_value = new("a value");
    private static readonly ListSchema s_values = new(s_value, "a list of values") { MinCount = 1 };

    /// <summary>What a draw must be.</summary>
    private static readonly AlternativesSchema s_test = new(
        "a value, a list of values, or a mapping with above, at_least, below, at_most, not",
        s_value,
        s_values,
        new MappingSchema(
            Limit("above", "More than this number or this other draw."),
            Limit("at_least", "This number or this other draw, or more."),
            Limit("below", "Less than this number or this other draw."),
            Limit("at_most", "This number or this other draw, or less."),
            new("not", new AlternativesSchema("a value or a list of values", s_value, s_values), "Anything else than this value, or these.", "day")));

    public static DefinedSchema Conditions { get; } = new(
        "conditions",
        "a mapping of draws to a value, a list of values, or { above, at_least, below, at_most: a number or a draw's name, not: value }",
        () => new PatternSchema("a mapping of draws to conditions", new KeySchema("^", s_test, "A draw by its full name, and what it must be.", "{ below: 0.2 }") { Sample = "parameters.speed" }));

    private static KeySchema Limit(string name, string description) => new(name, s_value, description, "0.2");
}
