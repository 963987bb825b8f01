using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Files that draws choose from: their names are relative to the file of the scenario that says them.</summary>
internal static class DrawnFiles
{
    /// <summary>A distribution with such names as seen from the scenario's folder.</summary>
    public static LocatedNode In(LocatedNode distribution, string path, ReadingLog log) => WrittenValues.Map(distribution, path, (value, _) => Relocated(value, log));

    /// <summary>The same of a condition over a draw; as it is where the draw chooses no files.</summary>
    public static LocatedNode In(LocatedNode condition, string draw, string path, ReadingLog log)
    {
        if (CousinKey.Parse(draw) is not { } key || CousinAttributes.Find(key) is not { Values.NamesFiles: true })
        {
            return condition;
        }

        return condition is LocatedMapping tests && tests.Find("not") is { } not
            ? tests.With(not.Key, In(not.Value, path, log))
            : In(condition, path, log);
    }

    private static LocatedNode Relocated(LocatedNode value, ReadingLog log) => value is LocatedScalar { IsBlank: false, Text: not ScenarioAdditions.Keep } name
        ? name with { Text = log.Relocate(name.Text, name.Position) }
        : value;
}
