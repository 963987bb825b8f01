using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Drafting;

/// <summary>What a server may send.</summary>
/// <param name="SendAsync">Sends it.</param>
internal sealed record ChatReply(Func<NetworkStream, CancellationToken, Task> SendAsync)
{
    public override string ToString() => "a reply";

    /// <summary>A right answer with such a text.</summary>
    public static ChatReply Of(string content, string finish = "stop") => Json(new JsonObject
    {
        ["id"] = "x",
        ["model"] = "served",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = finish, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content } }),
    }.ToJsonString());

    public static ChatReply Json(string body, string status = "200 OK", string headers = "") => Whole(status, $"Content-Type: application/json\r\n{headers}", body);

    public static ChatReply Error(string status, string message, string headers = "") =>
        Json(new JsonObject { ["error"] = new JsonObject { ["message"] = message } }.ToJsonString(), status, headers);

    public static ChatReply Whole(string status, string headers, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {bytes.Length}\r\nConnection: close\r\n\r\n");
        return new(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
            await stream.WriteAsync(bytes, stop);
        });
    }

    /// <summary>The beginning of an answer, and then the same bytes again and again.</summary>
    public static ChatReply Endless() => new(async (stream, stop) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"choices\":\""u8.ToArray(), stop);
        byte[] part = new byte[64 << 10];
        Array.Fill(part, (byte)'a');
        while (true)
        {
            await stream.WriteAsync(part, stop);
        }
    });

    /// <summary>Some bytes, and silence.</summary>
    public static ChatReply Silent(string beginning = "") => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), stop);
        await Task.Delay(Timeout.Infinite, stop);
    });
}
