using System.Text.Json.Nodes;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>What a pretended endpoint received.</summary>
internal sealed record PretendRequest(string Path, string ContentType, byte[] Body, string IdempotencyKey, string Authorization)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
