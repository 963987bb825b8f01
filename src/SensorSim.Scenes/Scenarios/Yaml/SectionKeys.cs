using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>The keys of one mapping against its schema: those that are unknown, missing, belong elsewhere or exclude each other.</summary>
/// <param name="mapping">As written.</param>
/// <param name="path">Of the mapping.</param>
/// <param name="schema">What it may hold.</param>
/// <param name="log">Receives what is wrong.</param>
internal sealed class SectionKeys(LocatedMapping mapping, string path, MappingSchema schema, ReadingLog log)
{
    /// <summary>The key that was probably meant → where it is mistyped.</summary>
    private readonly Dictionary<string, LocatedEntry> _mistyped = new(StringComparer.Ordinal);

    /// <summary>Reports what is wrong with them.</summary>
    public void Check()
    {
        foreach (LocatedEntry entry in mapping.Entries)
        {
            CheckKey(entry);
        }

        foreach (KeySchema key in schema.Keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null))
        {
            AddMissing(key.Name, key.Value.Expected);
        }

        foreach (KeyGroup group in schema.Groups)
        {
            CheckGroup(group);
        }
    }

    /// <summary>The mapping with what is behind a mistyped key under the one that was probably meant: errors in it are told at once, and not when the key is mended.</summary>
    public LocatedMapping Meant() => _mistyped
        .Where(one => mapping.Find(one.Key) is null && schema[one.Key].Value.HasShapeOf(one.Value.Value))
        .Aggregate(mapping, (meant, one) => meant.With(one.Value.Key with { Text = one.Key }, one.Value.Value));

    /// <summary>Reports that a key is missing, unless it is mistyped.</summary>
    public void AddMissing(string key, string expected)
    {
        if (!_mistyped.ContainsKey(key))
        {
            LocatedScalar? removed = mapping.Removed.LastOrDefault(one => one.Text == key);
            log.Add(removed ?? (LocatedNode)mapping, KeyPath.Of(path, key), removed is null ? "the key is missing" : "the key is taken away here, and needed", expected);
        }
    }

    private void CheckKey(LocatedEntry entry)
    {
        string key = entry.Key.Text;
        if (schema.Find(key) is not { } known)
        {
            AddUnknown(entry, KeyPath.Of(path, key));
        }
        else if (known.Needs is { } other && mapping.Find(other) is null)
        {
            log.Errors.Add(new(entry.Key.Position, KeyPath.Of(path, key), $"it means nothing without '{other}'", $"'{other}' beside it") { Example = schema.Find(other) is { } beside ? $"{other}: {beside.Example}" : null });
        }
    }

    private void AddUnknown(LocatedEntry entry, string at)
    {
        string text = entry.Key.Text;
        if (StrangeSpace.FirstIn(text) is not null)
        {
            log.Add(entry.Key, "", StrangeSpace.Problem, StrangeSpace.Expected);
            return;
        }

        if (OwnerOf(entry) is var (owner, form))
        {
            log.Add(entry.Key, at, $"the key belongs under '{owner}'", $"{owner}: {form}");
            return;
        }

        KeySchema[] meant = [.. schema.Keys.Where(key => schema.IsMeant(mapping, key.Name))];
        string[] keys = [.. meant.Select(key => key.Name)];
        bool isFraction = text.All(char.IsAsciiDigit) && entry.Value is LocatedScalar { IsNull: true };
        string? nearest = isFraction ? null : meant.FirstOrDefault(key => key.AlsoCalled.Contains(text, StringComparer.Ordinal))?.Name ?? log.Nearest(text, keys);
        if (nearest is not null)
        {
            _mistyped.TryAdd(nearest, entry);
        }

        log.Add(entry.Key, at, "the key is unknown", isFraction ? $"a decimal point: a comma in front of {text} ends a number" : ScalarReader.OneOf(keys), nearest);
    }

    // The one key of this mapping whose value has such a key, or else whose items have; and how it stands there.
    private (string Owner, string Form)? OwnerOf(LocatedEntry entry)
    {
        string text = entry.Key.Text;
        bool Has(ValueSchema value) => value is MappingSchema below && below.Find(text) is { } key && key.Value.HasShapeOf(entry.Value);
        return schema.Keys.Where(key => Has(key.Value)).ToArray() is [var section] ? (section.Name, $"{{ {text}: … }}")
            : schema.Keys.Where(key => key.Value is ListSchema list && Has(list.Item)).ToArray() is [var list] ? (list.Name, $"[{{ {text}: … }}]")
            : null;
    }

    private void CheckGroup(KeyGroup group)
    {
        LocatedEntry[] given = [.. group.Names.Select(mapping.Find).OfType<LocatedEntry>()];
        foreach (LocatedEntry second in given.Skip(1))
        {
            log.Add(second.Key, KeyPath.Of(path, second.Key.Text), $"there is also '{given[0].Key.Text}'", group.Expected);
        }

        if (group.IsRequired && given.Length == 0 && !group.Names.Any(_mistyped.ContainsKey))
        {
            log.Add(mapping, path, group.Missing, group.Expected);
        }
    }
}
