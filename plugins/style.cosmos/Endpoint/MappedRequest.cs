using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>The fields of a request, filled.</summary>
/// <param name="Fields">As the schema names and nests them.</param>
/// <param name="Problems">Why it cannot be sent; empty when it can.</param>
/// <param name="NotSent">What we have and the server has no field for, that it can do without.</param>
internal sealed record MappedRequest(JsonObject Fields, IReadOnlyList<string> Problems, IReadOnlyList<string> NotSent);
