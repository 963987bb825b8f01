using System.Text.Json.Nodes;
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

    private static readonly string s_expected = $"{ScalarReader.OneOf(s_words.Keys)}, or a mapping {{ covering_array: {{ strength: 3 }} }} or {{ adaptive: {{ dataset: DIR }} }}";

    public static SamplingStrategy Read(SectionReader cousins)
    {
        if (cousins.Find("strategy") is not { } node)
        {
            return s_words["independent"];
        }

        string path = cousins.PathOf("strategy");
        if (node is LocatedScalar { Text: var word } && s_words.TryGetValue(word, out SamplingStrategy? strategy))
        {
            return strategy;
        }

        if (node is LocatedMapping && Mapped(SectionReader.Of(node, path, s_expected, cousins.Log)!) is { } mapped)
        {
            return mapped;
        }

        if (node is not LocatedMapping)
        {
            cousins.Log.Add(node, path, $"there is {node.Description}", s_expected, node is LocatedScalar { Text: var text } ? ScalarReader.Nearest(text, s_words.Keys) : null);
        }

        return s_words["independent"];
    }

    private static SamplingStrategy? Mapped(SectionReader section)
    {
        LocatedNode? array = section.Find("covering_array"), adaptive = section.Find("adaptive");
        section.RejectUnknown();
        if (array is null == adaptive is null)
        {
            section.Log.Add(section.Mapping, section.Path, array is null ? "no strategy is named" : "two strategies are named", s_expected);
            return null;
        }

        return array is not null
            ? SectionReader.Of(array, section.PathOf("covering_array"), "a mapping { strength, stronger, first }", section.Log) is { } covering ? Covering(covering) : null
            : SectionReader.Of(adaptive!, section.PathOf("adaptive"), "a mapping { dataset: DIR }", section.Log) is { } filling ? Adaptive(filling) : null;
    }

    private static SamplingStrategy.Adaptive Adaptive(SectionReader section)
    {
        string dataset = section.RequireText("dataset", "the folder of an earlier dataset");
        section.RejectUnknown();
        return new(dataset, section.Mapping.Position);
    }

    private static SamplingStrategy.CoveringArray Covering(SectionReader section)
    {
        int strength = (int)(section.Integer("strength", 1, MaximumStrength, "draws that are combined") ?? 2);
        SamplingStrategy.StrongerDraws[] stronger = [.. section.Items(section.Find("stronger"), "stronger", "a list of { draws: [DRAW, DRAW], strength: number }")
            .Select(item => SectionReader.Of(item.Node, item.Path, "a mapping { draws: [DRAW, DRAW], strength: number }", section.Log)).OfType<SectionReader>().Select(Stronger)];
        SamplingStrategy.FirstSample[] first = [.. section.Items(section.Find("first"), "first", "a list of mappings { DRAW: value }")
            .Select(item => SectionReader.Of(item.Node, item.Path, "a mapping { DRAW: value }", section.Log)).OfType<SectionReader>().Select(First)];
        section.RejectUnknown();
        return new(strength) { Stronger = stronger, First = first };
    }

    private static SamplingStrategy.StrongerDraws Stronger(SectionReader section)
    {
        string[] draws = [.. section.Items(section.Require("draws", "a list of names of draws"), "draws", "a list of names of draws")
            .Select(item => ScalarReader.Text(item.Node, item.Path, section.Log)).OfType<string>()];
        int strength = (int)section.RequireInteger("strength", 1, MaximumStrength, "draws that are combined");
        section.RejectUnknown();
        return new(draws, strength, section.Mapping.Position);
    }

    private static SamplingStrategy.FirstSample First(SectionReader section)
    {
        var values = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (LocatedEntry entry in section.Mapping.Entries)
        {
            if (ScalarReader.Json(entry.Value, section.PathOf(entry.Key.Text), section.Log) is { } value)
            {
                values.TryAdd(entry.Key.Text, value);
            }
        }

        return new(values, section.Mapping.Position);
    }
}
