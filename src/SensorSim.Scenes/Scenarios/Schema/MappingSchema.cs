using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>A mapping of known keys to values.</summary>
internal sealed record MappingSchema(params IReadOnlyList<KeySchema> Keys) : ValueSchema
{
    /// <summary>Keys that exclude each other.</summary>
    public IReadOnlyList<KeyGroup> Groups { get; init; } = [];

    /// <summary>
    /// What the published schema makes of it where some keys go with some words of another only: each of these by itself. The reader takes the mapping as a whole, so that it can say what does not fit.
    /// </summary>
    public IReadOnlyList<MappingSchema> Kinds { get; init; } = [];

    /// <summary>Whether a key may be meant in a mapping as it is written, where an unknown key stands: each of them without this.</summary>
    public Func<LocatedMapping, string, bool> IsMeant { get; init; } = (_, _) => true;

    public override string Expected => Keys.Count == 1
        ? $"a mapping with {Keys[0].Name}"
        : $"a mapping with {string.Join(", ", Keys.SkipLast(1).Select(key => key.Name))} and {Keys[^1].Name}";

    /// <summary>The keys that exclude a key, and those that mean nothing without them: whoever changes a mapping by this one means it in their place.</summary>
    public IReadOnlyList<string> Rivals(string name)
    {
        string[] excluding = [.. Groups.Where(group => group.Names.Contains(name, StringComparer.Ordinal)).SelectMany(group => group.Names).Where(other => other != name)];
        return [.. excluding, .. Keys.Where(key => key.Needs is { } needed && excluding.Contains(needed, StringComparer.Ordinal)).Select(key => key.Name)];
    }

    public KeySchema? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);

    /// <exception cref="ArgumentException">A section asks for a key that its schema does not have.</exception>
    public KeySchema this[string name] => Find(name) ?? throw new ArgumentException($"The schema has no key '{name}'.", nameof(name));
}
