using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>A whole scenario for each key of the format, with the key's example in it.</summary>
internal static class ScenarioExamples
{
    /// <summary>Path of the key and the scenario.</summary>
    public static IEnumerable<(string Path, string Yaml)> All() => Of(ScenarioSection.Schema, "", inner => inner, []);

    private static IEnumerable<(string Path, string Yaml)> Of(ValueSchema schema, string path, Func<string, string> wrap, IReadOnlyList<string> seen) => schema switch
    {
        MappingSchema { Kinds.Count: > 0 } kinds => kinds.Kinds.SelectMany(kind => Of(kind, path, wrap, seen)),
        MappingSchema mapping => mapping.Keys.SelectMany(key => OfKey(key, $"{path}.{key.Name}", value => wrap(With(mapping, key, value)), seen)),
        PatternSchema pattern => pattern.Keys.SelectMany(key => OfKey(key, $"{path}.{key.Sample}", value => wrap($"{{ \"{key.Sample}\": {value} }}"), seen)),
        ListSchema list => Of(list.Item, $"{path}[0]", inner => wrap($"[{string.Join(", ", Enumerable.Repeat(inner, Math.Max(1, list.MinCount)))}]"), seen),
        AlternativesSchema alternatives => alternatives.Kinds.SelectMany(kind => Of(kind, path, wrap, seen)),
        DefinedSchema { Definition: { } definition } defined when !seen.Contains(defined.Name, StringComparer.Ordinal) => Of(definition, path, wrap, [.. seen, defined.Name]),
        _ => [],
    };

    private static IEnumerable<(string, string)> OfKey(KeySchema key, string path, Func<string, string> wrap, IReadOnlyList<string> seen) =>
        [(path, wrap(key.Example)), .. Of(key.Value, path, wrap, seen)];

    // The key with its value, what it needs, what the mapping requires, and one of each group with what that needs. Draws need what they vary.
    private static string With(MappingSchema mapping, KeySchema key, string value)
    {
        var keys = new List<KeySchema>([key]);
        keys.AddRange(mapping.Keys.Where(other => other != key && (other.IsRequired || other.Name == key.Needs || other.Name == "environment" || (key.Name is "cousins" or "events" or "labels" && other.Name == "physics"))));
        foreach (KeyGroup group in mapping.Groups.Where(group => !IsIn(group)))
        {
            string first = group.Names[0];
            if (!mapping.Groups.Any(other => other != group && other.Names.Contains(first, StringComparer.Ordinal) && IsIn(other)))
            {
                keys.AddRange(mapping.Keys.Where(other => !keys.Contains(other) && (other.Name == first || other.Name == mapping[first].Needs)));
            }
        }

        return $"{{ {string.Join(", ", keys.Select(k => $"{k.Name}: {(k == key ? value : k.Example)}"))} }}";

        bool IsIn(KeyGroup group) => keys.Exists(k => group.Names.Contains(k.Name, StringComparer.Ordinal));
    }
}
