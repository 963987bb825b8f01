using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Hosting.Scenarios;

/// <summary>The scenario files of a folder.</summary>
public static class ScenarioLibrary
{
    /// <summary>Every YAML file with an id, in the order of their paths; also those that are wrong. Files without an id are parts that others extend.</summary>
    public static IReadOnlyList<ScenarioReading> Read(string folder)
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 8 };
        return [.. Directory.EnumerateFiles(folder, "*", everywhere)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal)
            .Select(file => ScenarioReader.ReadFile(file))
            .Where(reading => reading.Draft is { Id.Length: > 0 })];
    }
}
