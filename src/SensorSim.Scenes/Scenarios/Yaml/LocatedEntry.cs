namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>A key and its value.</summary>
internal sealed record LocatedEntry(LocatedScalar Key, LocatedNode Value);
