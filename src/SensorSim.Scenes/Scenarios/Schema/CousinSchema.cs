using SensorSim.Scenes.Cousins;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary><c>cousins</c>.</summary>
internal static class CousinSchema
{
    /// <summary>JSON numbers are exact up to here.</summary>
    private const ulong MaximumSeed = (1UL << 53) - 1;
    private const int MaximumStrength = 6;

    private static readonly ListSchema s_draws = new(new TextSchema("the name of a draw"), "a list of names of draws");
    private static readonly IntegerSchema s_strength = new(1, MaximumStrength, "draws that are combined");

    private static readonly MappingSchema s_array = new(
        new("strength", s_strength, "Every combination of the bins of any so many draws occurs.", "3") { Default = "2" },
        new("stronger", new ListSchema(
            new MappingSchema(
                new("draws", s_draws, "Names of draws.", "[parameters.a, parameters.b, parameters.c]") { IsRequired = true },
                new("strength", s_strength, "How many of them are combined.", "3") { IsRequired = true }),
            "a list of { draws: [DRAW, DRAW], strength: number }"), "Groups of draws of which more are combined.", "[{ draws: [parameters.a, parameters.b, parameters.c], strength: 3 }]"),
        new("first", new ListSchema(
            new PatternSchema("a mapping { DRAW: value }", new KeySchema("^", new TextSchema("a value"), "A draw by its full name, and its value.", "day") { Sample = "parameters.shift" }),
            "a list of mappings { DRAW: value }"), "Samples that come first.", "[{ parameters.shift: day }]"));

    private static readonly AlternativesSchema s_strategy = new(
        "independent, latin_hypercube, sobol, boundary, pairwise, threeway, or a mapping { covering_array: { strength: 3 } } or { adaptive: { dataset: DIR } }",
        new WordSchema("independent", "latin_hypercube", "sobol", "boundary", "pairwise", "threeway"),
        new MappingSchema(
            new("covering_array", s_array, "Every combination of the bins of any few draws occurs.", "{ strength: 3 }"),
            new("adaptive", new MappingSchema(new KeySchema("dataset", new TextSchema("the folder of an earlier dataset"), "The folder of an earlier dataset.", "out/aisle") { IsRequired = true }), "Fills first what an earlier dataset has least of.", "{ dataset: out/aisle }"))
        {
            Groups = [new(IsRequired: true, "covering_array", "adaptive")],
        });

    private static readonly MappingSchema s_rule = new(
        new("forbid", ConditionSchema.Conditions, "What no sample may be.", "{ parameters.shift: day }"),
        new("require", ConditionSchema.Conditions, "What every sample must be.", "{ parameters.shift: day }"),
        new("when", ConditionSchema.Conditions, "The rule holds only for samples like this.", "{ parameters.shift: night }"))
    {
        Groups = [new(IsRequired: true, "forbid", "require")],
    };

    private static readonly MappingSchema s_correlated = new(
        new("draws", new ListSchema(new TextSchema("the name of a draw"), "a list of names of draws") { MinCount = 2 }, "Names of draws.", "[parameters.a, parameters.b]") { IsRequired = true },
        new("correlation", new NumberSchema(new(-1, 1)), "Of the normal scores of any two.", "0.8") { IsRequired = true });

    public static MappingSchema Cousins { get; } = new(
        new("count", new IntegerSchema(1, CousinSettings.MaximumCount), "How many samples.", "500") { Default = "1" },
        new("seed", new IntegerSchema(0, MaximumSeed), "Seed of every draw; --seed overrides it.", "7") { Default = "0" },
        new("strategy", s_strategy, "How samples relate to each other.", "independent") { Default = "independent" },
        new("vary", new PatternSchema("a mapping of keys like \"lights.*.intensity\" to distributions", [.. CousinKey.Families.SelectMany(Vary)]), "What varies, and what its values are drawn from.", "{ \"lights.*.intensity\": { log_uniform: [0.1, 1] } }"),
        new("rules", new ListSchema(s_rule, "a list of { forbid: { DRAW: value } } or { require: { DRAW: value } }, each with when: { DRAW: value } or without"), "What no sample may be, and what every sample must be.", "[{ forbid: { parameters.shift: day } }]"),
        new("correlated", new ListSchema(s_correlated, "a list of { draws: [DRAW, DRAW], correlation: number }"), "Draws that go together.", "[{ draws: [parameters.a, parameters.b], correlation: 0.8 }]"));

    private static IEnumerable<KeySchema> Vary(KeyValuePair<string, CousinFamily> family) => family.Value == CousinFamily.Parameters
        ? [new(@"^parameters\.(.|\n)+$", DistributionSchema.Of(ValueRule.Anything), "A free parameter: recorded, without effect on the scene.", "[day, night]") { Sample = "parameters.shift" }]
        : CousinAttributes.Of(family.Value).Select(attribute => Vary(family.Key, family.Value == CousinFamily.Environment, attribute));

    private static KeySchema Vary(string family, bool isAlone, CousinAttribute attribute) => new(
        isAlone ? $@"^{family}\.{attribute.Name}$" : $@"^{family}\.(.|\n)+\.{attribute.Name}$",
        DistributionSchema.Of(attribute.Values),
        $"{attribute.Name} of {family}: {attribute.Values.Expected}.",
        attribute.Values.Schema switch
        {
            NumberSchema { Range.Max: > 1 and < double.PositiveInfinity, Range: var range } => $"{{ uniform: [{Plugins.PlainNumber.Text(Math.Max(range.Min, 1))}, {Plugins.PlainNumber.Text(range.Max)}] }}",
            NumberSchema => "{ uniform: [0.5, 1] }",
            TextSchema { Pattern: not null } => "[\"#c8a060\", \"#8a6a40\"]",
            TruthSchema => "[true, false]",
            _ => "[cardboard, plastic]",
        })
    {
        Sample = isAlone ? $"{family}.{attribute.Name}" : $"{family}.*.{attribute.Name}",
    };
}
