using System.Globalization;
using System.Text;

namespace SensorSim.UnitTests.Styles;

/// <summary>One answer of a server, as it goes over the wire.</summary>
/// <param name="Status">"200 OK".</param>
/// <param name="Headers">Besides length and connection.</param>
/// <param name="Body">What is sent.</param>
internal sealed record InferenceAnswer(string Status, IReadOnlyList<string> Headers, byte[] Body)
{
    /// <summary>Before anything is sent.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Bytes that are promised and do not come.</summary>
    public int Missing { get; init; }

    public static InferenceAnswer Json(string text) => Of(200, "OK", text);

    public static InferenceAnswer Of(int status, string reason, string text, params string[] headers) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{status} {reason}"), [.. headers, "Content-Type: application/json"], Encoding.UTF8.GetBytes(text));

    /// <summary>JSON with bytes behind it.</summary>
    public static InferenceAnswer Binary(string json, byte[] bytes) =>
        new("200 OK", [$"Inference-Header-Content-Length: {Encoding.UTF8.GetByteCount(json)}", "Content-Type: application/octet-stream"], [.. Encoding.UTF8.GetBytes(json), .. bytes]);

    public byte[] ToBytes()
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status}\r\n{string.Concat(Headers.Select(header => header + "\r\n"))}Content-Length: {Body.Length + Missing}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. Body];
    }
}
