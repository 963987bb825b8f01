using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Reads one mapping key by key, each by its schema. Keys that are unknown, missing or exclude each other are reported when it is opened.</summary>
internal sealed class SectionReader
{
    private readonly MappingSchema _schema;
    private readonly SectionKeys _keys;

    private SectionReader(SectionKeys keys, string path, MappingSchema schema, ReadingLog log)
    {
        (_keys, _schema, Path, Log) = (keys, schema, path, log);
        Mapping = keys.Meant();
    }

    public string Path { get; }

    public ReadingLog Log { get; }

    /// <summary>As it was probably meant.</summary>
    public LocatedMapping Mapping { get; }

    /// <summary>A reader of a mapping; anything else is reported and null comes back.</summary>
    public static SectionReader? Of(LocatedNode node, string path, MappingSchema schema, ReadingLog log, string? expected = null)
    {
        if (node is not LocatedMapping mapping)
        {
            log.Add(node, path, $"there is {node.Description}", expected ?? schema.Expected);
            return null;
        }

        var keys = new SectionKeys(mapping, path, schema, log);
        keys.Check();
        return new(keys, path, schema, log);
    }

    /// <summary>Where it and its keys were written.</summary>
    public KeyPositions Keys => new(Mapping.Position, Mapping.Entries
        .SelectMany(entry => Nested(entry.Value).Select(inner => (Path: $"{entry.Key.Text}.{inner.Key.Text}", inner.Value)).Prepend((Path: entry.Key.Text, entry.Value)))
        .DistinctBy(key => key.Path, StringComparer.Ordinal).ToDictionary(key => key.Path, key => key.Value.Position, StringComparer.Ordinal));

    /// <summary>The path of a key below this section.</summary>
    public string PathOf(string key) => KeyPath.Of(Path, key);

    public bool Has(string key) => Find(key) is not null;

    public LocatedNode? Find(string key) => Mapping.Find(_schema[key].Name)?.Value;

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
    public void AddMissing(string key, string expected) => _keys.AddMissing(key, expected);

    private static IReadOnlyList<LocatedEntry> Nested(LocatedNode value) => value is LocatedMapping mapping ? mapping.Entries : [];

    // A key that takes several kinds of values takes at most one list, one whole number, …
    private T Kind<T>(string key)
        where T : ValueSchema =>
        _schema[key].Value as T ?? ((AlternativesSchema)_schema[key].Value).Kinds.OfType<T>().Single();
}
