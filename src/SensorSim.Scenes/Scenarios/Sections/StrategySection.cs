using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins.strategy</c>: a word, or a mapping with more to say.</summary>
internal static class StrategySection
{
    private const int MaximumStrength = 6;

    private static readonly Dictionary<string, SamplingStrategy> s_words = new(StringComparer.Ordinal)
    {
        ["independent"] = new SamplingStrategy.Independent(),
        ["latin_hypercube"] = new SamplingStrategy.LatinHypercube(),
        ["sobol"] = new SamplingStrategy.Sobol(),
        ["boundary"] = new SamplingStrategy.Boundary(),
        ["pairwise"] = new SamplingStrategy.CoveringArray(2),
        ["threeway"] = new SamplingStrategy.CoveringArray(3),
    };

    private static readonly IntegerSchema s_strength = new(1, MaximumStrength, "draws that are combined");

    private static readonly MappingSchema s_stronger = new(
        new("draws", new ListSchema(new TextSchema("the name of a draw"), "a list of names of draws"), "Names of draws.", "[parameters.a, parameters.b, parameters.c]") { IsRequired = true },
        new("strength", s_strength, "How many of them are combined.", "3") { IsRequired = true });

    private static readonly PatternSchema s_first = new(
        "a mapping { DRAW: value }", new KeySchema("^", new TextSchema("a value"), "A draw by its full name, and its value.", "day") { Sample = "parameters.shift" });

    private static readonly MappingSchema s_array = new(
        new("strength", s_strength, "Every combination of the bins of any so many draws occurs.", "3") { Default = "2" },
        new("stronger", new ListSchema(s_stronger, "a list of { draws: [DRAW, DRAW], strength: number }"), "Groups of draws of which more are combined.", "[{ draws: [parameters.a, parameters.b, parameters.c], strength: 3 }]"),
        new("first", new ListSchema(s_first, "a list of mappings { DRAW: value }"), "Samples that come first.", "[{ parameters.shift: day }]"));

    private static readonly MappingSchema s_adaptive = new(
        new KeySchema("dataset", new TextSchema("the folder of an earlier dataset"), "The folder of an earlier dataset.", "out/aisle") { IsRequired = true });

    private static readonly MappingSchema s_mapped = new(
        new("covering_array", s_array, "Every combination of the bins of any few draws occurs.", "{ strength: 3 }"),
        new("adaptive", s_adaptive, "Fills first what an earlier dataset has least of.", "{ dataset: out/aisle }"))
    {
        Groups = [new(IsRequired: true, "covering_array", "adaptive") { Missing = "no strategy is named" }],
    };

    public static AlternativesSchema Schema { get; } = new(
        $"{ScalarReader.OneOf(s_words.Keys)}, or a mapping {{ covering_array: {{ strength: 3 }} }} or {{ adaptive: {{ dataset: DIR }} }}", new WordSchema([.. s_words.Keys]), s_mapped);

    public static SamplingStrategy Read(SectionReader cousins)
    {
        SamplingStrategy? strategy = cousins.Find("strategy") switch
        {
            null => null,
            LocatedMapping mapping => Mapped(SectionReader.Of(mapping, cousins.PathOf("strategy"), s_mapped, cousins.Log)!),
            { } node => Word(node, cousins.PathOf("strategy"), cousins.Log),
        };
        return strategy ?? s_words["independent"];
    }

    private static SamplingStrategy? Word(LocatedNode node, string path, ReadingLog log)
    {
        string? word = (node as LocatedScalar)?.Text;
        if (word is not null && s_words.TryGetValue(word, out SamplingStrategy? strategy))
        {
            return strategy;
        }

        log.Add(node, path, $"there is {node.Description}", Schema.Expected, word is null ? null : log.Nearest(word, s_words.Keys));
        return null;
    }

    private static SamplingStrategy? Mapped(SectionReader section) =>
        section.Section("covering_array") is { } covering ? Covering(covering)
        : section.Section("adaptive") is { } filling ? new SamplingStrategy.Adaptive(filling.Text("dataset") ?? "", filling.Mapping.Position)
        : null;

    private static SamplingStrategy.CoveringArray Covering(SectionReader section) => new((int)(section.Integer("strength") ?? 2))
    {
        Stronger = [.. section.Sections("stronger").Select(one => new SamplingStrategy.StrongerDraws(one.Texts("draws"), (int)(one.Integer("strength") ?? 0), one.Mapping.Position))],
        First = [.. section.Items("first").Select(item => First(item.Node, item.Path, section.Log))],
    };

    private static SamplingStrategy.FirstSample First(LocatedNode node, string path, ReadingLog log)
    {
        var values = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach ((LocatedEntry entry, string entryPath) in PatternReader.Entries(node, path, s_first, log))
        {
            if (ScalarReader.Json(entry.Value, entryPath, log) is { } value)
            {
                values.Add(entry.Key.Text, value);
            }
        }

        return new(values, node.Position);
    }
}
