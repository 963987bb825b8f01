using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Reads mappings whose keys are made by a rule; the caller judges the keys.</summary>
internal static class PatternReader
{
    /// <summary>The entries with their paths; what is no mapping is reported and has none.</summary>
    public static IEnumerable<(LocatedEntry Entry, string Path)> Entries(LocatedNode node, string path, PatternSchema schema, ReadingLog log)
    {
        if (node is LocatedMapping mapping)
        {
            return mapping.Entries.Select(entry => (entry, KeyPath.Of(path, entry.Key.Text)));
        }

        log.Add(node, path, $"there is {node.Description}", schema.Expected);
        return [];
    }
}
