using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Audit;

/// <summary>What one sample drew.</summary>
/// <param name="Sample">Its number.</param>
/// <param name="Values">Name → value.</param>
public sealed record SampleDraws(long Sample, IReadOnlyDictionary<string, JsonNode?> Values);
