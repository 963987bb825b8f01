namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>A mapping, in the order of the file; keys are unique.</summary>
internal sealed record LocatedMapping(SourcePosition Position, IReadOnlyList<LocatedEntry> Entries)
    : LocatedNode(Position, 1 + Entries.Sum(e => e.Key.Size + e.Value.Size))
{
    /// <summary>Keys that a file takes away from its base, where it says so.</summary>
    public IReadOnlyList<LocatedScalar> Removed { get; init; } = [];

    public override string Description => "a mapping";

    public LocatedEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key);

    /// <summary>The mapping with one value replaced, or added at the end.</summary>
    public LocatedMapping With(LocatedScalar key, LocatedNode value)
    {
        var entry = new LocatedEntry(key, value);
        return Find(key.Text) is null
            ? new(Position, [.. Entries, entry]) { Removed = Removed }
            : new(Position, [.. Entries.Select(e => e.Key.Text == key.Text ? entry : e)]) { Removed = Removed };
    }

    /// <summary>The mapping without a key.</summary>
    public LocatedMapping Without(string key) => new(Position, [.. Entries.Where(e => e.Key.Text != key)]) { Removed = Removed };

    /// <summary>The mapping without a key that a later one takes away.</summary>
    public LocatedMapping Without(LocatedScalar key) => Without(key.Text) with { Removed = [.. Removed, key] };
}
