namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>Keys that exclude each other.</summary>
/// <param name="IsRequired">One of them must be there.</param>
/// <param name="Names">Their names.</param>
internal sealed record KeyGroup(bool IsRequired, params IReadOnlyList<string> Names);
