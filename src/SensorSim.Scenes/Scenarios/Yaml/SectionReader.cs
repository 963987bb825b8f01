using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Reads one mapping key by key, each by its schema. Keys that are unknown, missing or exclude each other are reported when it is opened.</summary>
internal sealed class SectionReader
{
    private readonly MappingSchema _schema;

    /// <summary>The key that was probably meant → where it is mistyped.</summary>
    private readonly Dictionary<string, LocatedEntry> _mistyped = new(StringComparer.Ordinal);

    private LocatedMapping _mapping;

    private SectionReader(LocatedMapping mapping, string path, MappingSchema schema, ReadingLog log)
    {
        _mapping = mapping;
        _schema = schema;
        Path = path;
        Log = log;
    }

    public string Path { get; }

    public ReadingLog Log { get; }

    public LocatedMapping Mapping => _mapping;

    /// <summary>A reader of a mapping; anything else is reported and null comes back.</summary>
    public static SectionReader? Of(LocatedNode node, string path, MappingSchema schema, ReadingLog log, string? expected = null)
    {
        if (node is not LocatedMapping mapping)
        {
            log.Add(node, path, $"there is {node.Description}", expected ?? schema.Expected);
            return null;
        }

        var section = new SectionReader(mapping, path, schema, log);
        section.CheckKeys();
        return section;
    }

    /// <summary>The path of a key below this section.</summary>
    public string PathOf(string key) => KeyPath.Of(Path, key);

    public bool Has(string key) => Find(key) is not null;

    public LocatedNode? Find(string key) => _mapping.Find(_schema[key].Name)?.Value;

    /// <summary>A mapping below this one; null when it is absent or wrong.</summary>
    public SectionReader? Section(string key) => Find(key) is { } node ? Of(node, PathOf(key), (MappingSchema)_schema[key].Value, Log) : null;

    public string? Text(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        var schema = (TextSchema)_schema[key].Value;
        if (ScalarReader.Text(node, PathOf(key), Log, schema.Expected) is string text && !schema.Takes(text))
        {
            Log.Add(node, PathOf(key), $"there is {node.Description}", schema.Expected);
            return null;
        }

        return (node as LocatedScalar)?.Text;
    }

    public double? Number(string key) => Number(key, ((NumberSchema)_schema[key].Value).Range);

    /// <summary>The same where less is right than at other places.</summary>
    public double? Number(string key, NumberRange range) => Find(key) is { } node ? ScalarReader.Number(node, PathOf(key), range, Log) : null;

    public ulong? Integer(string key)
    {
        IntegerSchema schema = Kind<IntegerSchema>(key);
        return Find(key) is { } node ? ScalarReader.Integer(node, PathOf(key), schema.Min, schema.Max, schema.Unit, Log) : null;
    }

    public bool? Truth(string key) => Find(key) is { } node ? ScalarReader.Truth(node, PathOf(key), Log) : null;

    /// <summary>One of some words; null when absent or wrong.</summary>
    public string? Word(string key) => Find(key) is { } node ? ScalarReader.Word(node, PathOf(key), Kind<WordSchema>(key).Words, Log) : null;

    /// <summary>The items of a list with their paths; empty when absent or no such list.</summary>
    public IEnumerable<(LocatedNode Node, string Path)> Items(string key) =>
        Find(key) is { } node ? ListReader.Items(node, PathOf(key), Kind<ListSchema>(key), Log) : [];

    /// <summary>The items of a list of mappings; those that are none are reported and left out.</summary>
    public IEnumerable<SectionReader> Sections(string key) =>
        Items(key).Select(item => Of(item.Node, item.Path, (MappingSchema)Kind<ListSchema>(key).Item, Log)).OfType<SectionReader>();

    /// <summary>The items of a list of texts; those that are none are reported and left out.</summary>
    public string[] Texts(string key) => [.. Items(key).Select(item => ScalarReader.Text(item.Node, item.Path, Log, Kind<ListSchema>(key).Item.Expected)).OfType<string>()];

    /// <summary>A list of numbers; null when it is absent or wrong.</summary>
    public double[]? Numbers(string key) => Find(key) is { } node ? ListReader.Numbers(node, PathOf(key), Kind<ListSchema>(key), Log) : null;

    /// <summary>Reports that a key is missing that only some mappings of this kind need.</summary>
    public void AddMissing(string key, string expected)
    {
        if (!_mistyped.ContainsKey(key))
        {
            LocatedScalar? removed = _mapping.Removed.LastOrDefault(one => one.Text == key);
            Log.Add(removed ?? (LocatedNode)_mapping, PathOf(key), removed is null ? "the key is missing" : "the key is taken away here, and needed", expected);
        }
    }

    // A key that takes several kinds of values takes at most one list, one whole number, …
    private T Kind<T>(string key)
        where T : ValueSchema =>
        _schema[key].Value as T ?? ((AlternativesSchema)_schema[key].Value).Kinds.OfType<T>().Single();

    private void CheckKeys()
    {
        foreach (LocatedEntry entry in _mapping.Entries)
        {
            CheckKey(entry);
        }

        foreach (KeySchema key in _schema.Keys.Where(key => key.IsRequired && !Has(key.Name)))
        {
            AddMissing(key.Name, key.Value.Expected);
        }

        foreach (KeyGroup group in _schema.Groups)
        {
            CheckGroup(group);
        }

        _mapping = Meant();
    }

    // What is behind a mistyped key is read as what was probably meant: errors in it are told at once, and not when the key is mended.
    private LocatedMapping Meant() => _mistyped
        .Where(one => _mapping.Find(one.Key) is null && _schema[one.Key].Value.HasShapeOf(one.Value.Value))
        .Aggregate(_mapping, (mapping, one) => mapping.With(one.Value.Key with { Text = one.Key }, one.Value.Value));

    private void CheckKey(LocatedEntry entry)
    {
        string key = entry.Key.Text, path = PathOf(key);
        if (_schema.Find(key) is not { } known)
        {
            AddUnknown(entry, path);
        }
        else if (known.Needs is { } other && !Has(other))
        {
            Log.Add(entry.Key, path, $"it means nothing without '{other}'", $"'{other}' beside it");
        }
    }

    private void AddUnknown(LocatedEntry entry, string path)
    {
        LocatedScalar at = entry.Key;
        string[] keys = [.. _schema.Keys.Select(k => k.Name).Where(name => _schema.IsMeant(_mapping, name))];
        if (OwnerOf(entry) is var (owner, form))
        {
            Log.Add(at, path, $"the key belongs under '{owner}'", $"{owner}: {form}");
            return;
        }

        bool isFraction = at.Text.All(char.IsAsciiDigit) && entry.Value is LocatedScalar { IsNull: true };
        string? nearest = isFraction ? null : Log.Nearest(at.Text, keys);
        if (nearest is not null)
        {
            _mistyped.TryAdd(nearest, entry);
        }

        Log.Add(at, path, "the key is unknown", isFraction ? $"a decimal point: a comma in front of {at.Text} ends a number" : ScalarReader.OneOf(keys), nearest);
    }

    // The one key of this mapping whose value has such a key, or else whose items have; and how it stands there.
    private (string Owner, string Form)? OwnerOf(LocatedEntry entry)
    {
        string text = entry.Key.Text;
        bool Has(ValueSchema value) => value is MappingSchema below && below.Find(text) is { } key && key.Value.HasShapeOf(entry.Value);
        return _schema.Keys.Where(key => Has(key.Value)).ToArray() is [var section] ? (section.Name, $"{{ {text}: … }}")
            : _schema.Keys.Where(key => key.Value is ListSchema list && Has(list.Item)).ToArray() is [var list] ? (list.Name, $"[{{ {text}: … }}]")
            : null;
    }

    private void CheckGroup(KeyGroup group)
    {
        LocatedEntry[] given = [.. group.Names.Select(_mapping.Find).OfType<LocatedEntry>()];
        foreach (LocatedEntry second in given.Skip(1))
        {
            Log.Add(second.Key, PathOf(second.Key.Text), $"there is also '{given[0].Key.Text}'", group.Expected);
        }

        if (group.IsRequired && given.Length == 0 && !group.Names.Any(_mistyped.ContainsKey))
        {
            Log.Add(_mapping, Path, group.Missing, group.Expected);
        }
    }
}
