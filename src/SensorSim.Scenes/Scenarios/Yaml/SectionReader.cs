using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Reads one mapping key by key, each by its schema. Keys that are unknown, missing or exclude each other are reported when it is opened.</summary>
internal sealed partial class SectionReader
{
    /// <summary>A file with more errors is no scenario with typing mistakes.</summary>
    private const int MostNearest = 100;

    private readonly LocatedMapping _mapping;
    private readonly MappingSchema? _schemaOrNull;
    private readonly HashSet<string> _mistyped = new(StringComparer.Ordinal);

    private SectionReader(LocatedMapping mapping, string path, MappingSchema? schema, ReadingLog log)
    {
        _mapping = mapping;
        _schemaOrNull = schema;
        Path = path;
        Log = log;
    }

    private MappingSchema _schema => _schemaOrNull!;

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
    public string PathOf(string key)
    {
        string part = key.Length == 0 ? "''" : key.Contains('.', StringComparison.Ordinal) ? $"[\"{key}\"]" : key;
        return Path.Length == 0 ? part : part[0] == '[' ? Path + part : $"{Path}.{part}";
    }

    public bool Has(string key) => Find(key) is not null;

    public LocatedNode? Find(string key)
    {
        if (!_known.Contains(key, StringComparer.Ordinal))
        {
            _known.Add(key);
        }

        return _mapping.Find(_schemaOrNull is { } schema ? schema[key].Name : key)?.Value;
    }

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
        var schema = (IntegerSchema)_schema[key].Value;
        return Find(key) is { } node ? ScalarReader.Integer(node, PathOf(key), schema.Min, schema.Max, schema.Unit, Log) : null;
    }

    public bool? Truth(string key) => Find(key) is { } node ? ScalarReader.Truth(node, PathOf(key), Log) : null;

    /// <summary>One of some words; null when absent or wrong.</summary>
    public string? Word(string key) => Find(key) is { } node ? ScalarReader.Word(node, PathOf(key), ((WordSchema)_schema[key].Value).Words, [], Log) : null;

    /// <summary>The items of a list with their paths; empty when absent or no such list.</summary>
    public IEnumerable<(LocatedNode Node, string Path)> Items(string key)
    {
        var schema = (_schema[key].Value as ListSchema) ?? ((AlternativesSchema)_schema[key].Value).Kinds.OfType<ListSchema>().Single();
        return Find(key) is { } node ? ListReader.Items(node, PathOf(key), schema, Log) : [];
    }

    /// <summary>Reports that a key is missing that only some mappings of this kind need.</summary>
    public void AddMissing(string key, string expected)
    {
        if (!_mistyped.Contains(key))
        {
            Log.Add(_mapping, PathOf(key), "the key is missing", expected);
        }
    }

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
    }

    private void CheckKey(LocatedEntry entry)
    {
        string key = entry.Key.Text, path = PathOf(key);
        if (_schema.Later.Contains(key, StringComparer.Ordinal))
        {
            Log.AddLater(entry.Key, path, $"'{key}'");
        }
        else if (_schema.Find(key) is not { } known)
        {
            string[] keys = [.. _schema.Keys.Select(k => k.Name)];
            string? nearest = Log.Errors.Count < MostNearest ? ScalarReader.Nearest(key, keys) : null;
            _mistyped.Add(nearest ?? "");
            Log.Add(entry.Key, path, "the key is unknown", ScalarReader.OneOf(keys), nearest);
        }
        else if (known.Needs is { } other && !Has(other))
        {
            Log.Add(entry.Key, path, $"it means nothing without '{other}'", $"'{other}' beside it");
        }
    }

    private void CheckGroup(KeyGroup group)
    {
        LocatedEntry[] given = [.. group.Names.Select(_mapping.Find).OfType<LocatedEntry>()];
        foreach (LocatedEntry second in given.Skip(1))
        {
            Log.Add(second.Key, PathOf(second.Key.Text), $"there is also '{given[0].Key.Text}'", "one of them");
        }

        if (group.IsRequired && given.Length == 0 && !group.Names.Any(_mistyped.Contains))
        {
            Log.Add(_mapping, Path, $"{string.Join(" or ", group.Names)} is missing", "one of them");
        }
    }
}
