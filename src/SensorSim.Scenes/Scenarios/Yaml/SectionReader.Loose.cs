namespace SensorSim.Scenes.Scenarios.Yaml;

/// <content>Sections without a schema: what has been asked for is what is known.</content>
internal sealed partial class SectionReader
{
    private readonly List<string> _known = [];
    private readonly HashSet<string> _later = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScenarioError> _missing = new(StringComparer.Ordinal);

    public static SectionReader? Of(LocatedNode node, string path, string expected, ReadingLog log)
    {
        if (node is LocatedMapping mapping)
        {
            return new(mapping, path, null, log);
        }

        log.Add(node, path, $"there is {node.Description}", expected);
        return null;
    }

    /// <summary>A value that must be there.</summary>
    public LocatedNode? Require(string key, string expected)
    {
        LocatedNode? node = Find(key);
        if (node is null)
        {
            var error = new ScenarioError(_mapping.Position, PathOf(key), "the key is missing", expected);
            _missing[key] = error;
            Log.Errors.Add(error);
        }

        return node;
    }

    public string RequireText(string key, string expected) =>
        (Require(key, expected) is { } node ? ScalarReader.Text(node, PathOf(key), Log) : null) ?? "";

    public double RequireNumber(string key, NumberRange range) =>
        (Require(key, range.Describe("a number")) is { } node ? ScalarReader.Number(node, PathOf(key), range, Log) : null) ?? double.NaN;

    public ulong? Integer(string key, ulong min, ulong max, string unit = "") =>
        Find(key) is { } node ? ScalarReader.Integer(node, PathOf(key), min, max, unit, Log) : null;

    public ulong RequireInteger(string key, ulong min, ulong max, string unit) =>
        (Require(key, $"a whole number ({unit})") is { } node ? ScalarReader.Integer(node, PathOf(key), min, max, unit, Log) : null) ?? 0;

    /// <summary>One of some words; null when absent or wrong.</summary>
    public string? Word(string key, IReadOnlyCollection<string> words, IReadOnlyCollection<string>? later = null) =>
        Find(key) is { } node ? ScalarReader.Word(node, PathOf(key), words, later ?? [], Log) : null;

    /// <summary>The items of a list with their paths; empty when absent or no list.</summary>
    public IEnumerable<(LocatedNode Node, string Path)> Items(LocatedNode? list, string key, string expected)
    {
        if (list is LocatedSequence sequence)
        {
            return sequence.Items.Select((item, i) => (item, $"{PathOf(key)}[{i}]"));
        }

        if (list is not null)
        {
            Log.Add(list, PathOf(key), $"there is {list.Description}", expected);
        }

        return [];
    }

    /// <summary>Reports keys that belong to the format and come with a later version.</summary>
    public void Refuse(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            _later.Add(key);
            if (_mapping.Find(key) is { } entry)
            {
                Log.AddLater(entry.Key, PathOf(key), $"'{key}'");
            }
        }
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void RejectUnknown()
    {
        foreach (LocatedEntry entry in _mapping.Entries)
        {
            string key = entry.Key.Text;
            if (!_known.Contains(key, StringComparer.Ordinal) && !_later.Contains(key))
            {
                string? nearest = ScalarReader.Nearest(key, _known);
                Log.Add(entry.Key, PathOf(key), "the key is unknown", ScalarReader.OneOf(_known), nearest);
                if (nearest is not null && _missing.TryGetValue(nearest, out ScenarioError? missing))
                {
                    Log.Errors.Remove(missing);
                }
            }
        }
    }
}
