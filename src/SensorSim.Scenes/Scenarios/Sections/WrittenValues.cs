using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>The single values that a distribution is written with, wherever in it they stand.</summary>
internal static class WrittenValues
{
    private static readonly string[] s_distributions = [.. ChoiceSection.Kinds, .. ContinuousSection.Kinds];

    /// <summary>The distribution with each value that a list, a choice or a constant names put through a function of the value and its path.</summary>
    public static LocatedNode Map(LocatedNode node, string path, Func<LocatedNode, string, LocatedNode> map) => node switch
    {
        LocatedSequence list => Items(list, path, map),
        LocatedMapping cases when cases.Find("when") is not null => Entries(cases, path, (key, value, at) => key switch
        {
            "when" => Items(value, at, (one, where) => Entries(one, where, (part, use, there) => part == "use" ? Map(use, there, map) : use)),
            "else" => Map(value, at, map),
            _ => value,
        }),
        LocatedMapping named when Array.Exists(s_distributions, kind => named.Find(kind) is not null) => Entries(named, path, (key, value, at) => ChoiceSection.HoldsValues(key) ? Map(value, at, map) : value),
        _ => map(node, path),
    };

    private static LocatedNode Items(LocatedNode node, string path, Func<LocatedNode, string, LocatedNode> map) => node is LocatedSequence list
        ? new LocatedSequence(list.Position, [.. list.Items.Select((item, i) => map(item, FormattableString.Invariant($"{path}[{i}]")))])
        : node;

    private static LocatedNode Entries(LocatedNode node, string path, Func<string, LocatedNode, string, LocatedNode> map) => node is LocatedMapping mapping
        ? new LocatedMapping(mapping.Position, [.. mapping.Entries.Select(entry => new LocatedEntry(entry.Key, map(entry.Key.Text, entry.Value, KeyPath.Of(path, entry.Key.Text))))])
        : node;
}
