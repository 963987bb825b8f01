using System.Globalization;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>Whether this program reads a file's format; a file that does not say has the current one.</summary>
internal static class SchemaVersionRule
{
    private const string Key = "schema_version";

    /// <summary>False after an error: what else such a file holds means something else, and is not read.</summary>
    public static bool Check(LocatedMapping file, ReadingLog log)
    {
        if (file.Find(Key)?.Value is not { } node)
        {
            return true;
        }

        bool isWhole = long.TryParse((node as LocatedScalar)?.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long version);
        if (isWhole && version == Scenario.SchemaVersion)
        {
            return true;
        }

        string remedy = !isWhole || version < Scenario.SchemaVersion
            ? $"{Scenario.SchemaVersion}; there is no older format, and a file without the key has this one"
            : $"{Scenario.SchemaVersion}, which is what this program reads; a newer SensorSim reads the file";
        log.Add(node, Key, $"there is {node.Description}", remedy);
        return false;
    }
}
