using System.Globalization;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>
/// Lays a file's values over those of its base. Sections merge key by key; a value (a list, a pose, a distribution, a plugin) replaces the
/// base's as a whole, since half of one and half of another is neither. A mapping over a list changes items by their names, as <c>--set</c> does.
/// Nothing (<c>~</c>) takes away, and so does a key that excludes the base's.
/// </summary>
internal static class Overlay
{
    public static LocatedMapping Of(LocatedMapping lower, LocatedMapping upper, ValueSchema? schema, ReadingLog log, string path = "")
    {
        var entries = new OrderedDictionary<string, LocatedEntry>(lower.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, entry)), StringComparer.Ordinal);
        var removed = new List<LocatedScalar>(lower.Removed);
        foreach (LocatedEntry entry in upper.Entries)
        {
            string key = entry.Key.Text;
            if (!entries.TryGetValue(key, out LocatedEntry? below))
            {
                foreach (string rival in (schema as MappingSchema)?.Rivals(key).Where(rival => upper.Find(rival) is null) ?? []) entries.Remove(rival);
                entries.Add(key, entry);
            }
            else if (entry.Value is LocatedScalar { IsNull: true })
            {
                entries.Remove(key);
                removed.Add(entry.Key);
            }
            else
            {
                ValueSchema? value = (schema as MappingSchema)?.Find(key)?.Value;
                entries[key] = new(entry.Key, Of(below.Value, entry.Value, value, log, path.Length == 0 ? key : $"{path}.{key}"));
            }
        }

        return new(upper.Position, [.. entries.Values]) { Removed = removed };
    }

    private static LocatedNode Of(LocatedNode lower, LocatedNode upper, ValueSchema? schema, ReadingLog log, string path) => (lower, upper, schema) switch
    {
        (LocatedMapping below, LocatedMapping above, MappingSchema or PatternSchema) => Of(below, above, schema, log, path),
        (LocatedSequence below, LocatedMapping above, ListSchema { Item: MappingSchema item }) => Of(below, above, item, log, path),
        _ => upper,
    };

    private static LocatedSequence Of(LocatedSequence lower, LocatedMapping upper, MappingSchema item, ReadingLog log, string path)
    {
        LocatedNode?[] items = [.. lower.Items];
        foreach (LocatedEntry entry in upper.Entries)
        {
            int index = ItemNames.IndexOf(lower, entry.Key.Text);
            if (index < 0)
            {
                string[] names = [.. ItemNames.Of(lower)];
                log.Add(entry.Key, $"{path}.{entry.Key.Text}", $"the base's {path} have no item '{entry.Key.Text}'", ScalarReader.OneOf(names), log.Nearest(entry.Key.Text, names));
            }
            else if (entry.Value is LocatedScalar { IsNull: true })
            {
                items[index] = null;
            }
            else
            {
                items[index] = Of(lower.Items[index], entry.Value, item, log, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
            }
        }

        return new(lower.Position, [.. items.OfType<LocatedNode>()]);
    }
}
