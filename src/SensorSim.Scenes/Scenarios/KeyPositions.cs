using System.Collections.ObjectModel;

namespace SensorSim.Scenes.Scenarios;

/// <summary>Where a section of a scenario was written, and what its keys say, also those of mappings in it: <c>exposure.time_s</c>.</summary>
/// <param name="section">Of the whole section.</param>
/// <param name="keys">Of the value of each key that was written.</param>
public sealed class KeyPositions(SourcePosition section, IReadOnlyDictionary<string, SourcePosition> keys)
{
    /// <summary>Of what no file says.</summary>
    public static KeyPositions None { get; } = new(default, ReadOnlyDictionary<string, SourcePosition>.Empty);

    /// <summary>Where the first of these keys that was written has its value; that of the section where it has none of them.</summary>
    public SourcePosition Of(params string[] names) => names.Where(keys.ContainsKey).Select(name => keys[name]).FirstOrDefault(section);
}
