using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>What a server answered.</summary>
/// <param name="Status">HTTP's.</param>
/// <param name="ContentType">"application/json"; empty where none is said.</param>
/// <param name="Body">All of it.</param>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    private const int LongestReason = 400;

    private static readonly string[] s_reasons = ["detail", "error", "message", "title"];

    public Uri? Location { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The id of a request that goes on, as NVIDIA's cloud functions give it in a header.</summary>
    public string? RequestId { get; init; }

    public bool IsGood => Status is >= 200 and < 300;

    /// <summary>Another try may help: the server is busy or in trouble.</summary>
    public bool MayPass => Status is 408 or 425 or 429 or 500 or 502 or 503 or 504;

    /// <summary>The body where it is a JSON object.</summary>
    public JsonObject? Json
    {
        get
        {
            try
            {
                return ContentType.StartsWith("video/", StringComparison.Ordinal) ? null : JsonText.Parse(Body) as JsonObject;
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>What the server says of the trouble, shortened.</summary>
    public string Reason
    {
        get
        {
            string text = (Json is { } json ? s_reasons.Select(key => json[key]).FirstOrDefault(value => value is not null) : null) is { } said
                ? said is JsonValue value && value.TryGetValue(out string? plain) ? plain : said.ToJsonString()
                : System.Text.Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, LongestReason)));
            return text.Length == 0 ? "(without a word)" : text.Length > LongestReason ? text[..LongestReason] + "…" : text;
        }
    }
}
