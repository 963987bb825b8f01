namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>What the sections of a file report while they are read.</summary>
internal sealed class ReadingLog
{
    public List<ScenarioError> Errors { get; } = [];

    public List<LocatedPluginUse> PluginUses { get; } = [];

    public void Add(LocatedNode at, string key, string problem, string? expected = null, string? nearest = null) =>
        Errors.Add(new(at.Position, key, problem, expected, nearest));

    /// <summary>Refuses something that belongs to the format and that this version cannot do.</summary>
    public void AddLater(LocatedNode at, string key, string what) => Add(at, key, $"{what} is not available in this version");
}
