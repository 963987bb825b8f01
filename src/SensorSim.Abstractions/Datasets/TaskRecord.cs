namespace SensorSim.Datasets;

/// <summary>What a robot would be told to do in the scene, in words of the scenario.</summary>
/// <param name="Verb">"pick".</param>
/// <param name="Object">A category, or the name of an object.</param>
/// <param name="Goal">Where to, or with what; null where the verb needs none.</param>
public sealed record TaskRecord(string Verb, string Object, string? Goal);
