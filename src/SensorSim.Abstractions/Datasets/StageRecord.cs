using System.Text.Json.Nodes;

namespace SensorSim.Datasets;

/// <summary>One stage of a sensor chain as it ran: every parameter, defaults included.</summary>
public sealed record StageRecord(string Use, string Version, IReadOnlyDictionary<string, JsonNode?> Parameters);
