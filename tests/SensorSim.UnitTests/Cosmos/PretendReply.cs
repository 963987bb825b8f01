using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>What a pretended endpoint answers.</summary>
internal sealed record PretendReply(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static PretendReply OfJson(int status, JsonObject json) => new(status, "application/json", Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static PretendReply Video(byte[] mp4) => OfJson(200, new() { ["b64_video"] = Convert.ToBase64String(mp4), ["seed"] = 4 });
}
