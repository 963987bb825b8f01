using System.Globalization;
using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Reads lists by their schema.</summary>
internal static class ListReader
{
    /// <summary>The items with their paths; a list that is none, or too short or too long, is reported and has no items.</summary>
    public static IEnumerable<(LocatedNode Node, string Path)> Items(LocatedNode node, string path, ListSchema schema, ReadingLog log)
    {
        if (node is LocatedSequence list && list.Items.Count >= schema.MinCount && list.Items.Count <= schema.MaxCount)
        {
            return list.Items.Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")));
        }

        string found = node switch
        {
            LocatedSequence { Items.Count: 0 } => "the list is empty",
            LocatedSequence s => string.Create(CultureInfo.InvariantCulture, $"there is a list of {s.Items.Count}"),
            _ => $"there is {node.Description}",
        };
        log.Add(node, path, found, schema.Expected);
        return [];
    }

    /// <summary>Numbers; null when one of them is none, or the list is wrong.</summary>
    public static double[]? Numbers(LocatedNode node, string path, ListSchema schema, ReadingLog log)
    {
        NumberRange range = ((NumberSchema)schema.Item).Range;
        double?[] numbers = [.. Items(node, path, schema, log).Select(item => ScalarReader.Number(item.Node, item.Path, range, log))];
        return numbers.Length >= Math.Max(1, schema.MinCount) && numbers.All(number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
    }
}
