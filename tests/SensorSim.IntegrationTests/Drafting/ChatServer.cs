using System.Net.Sockets;
using System.Text.Json.Nodes;
using SensorSim.Tests.Http;

namespace SensorSim.IntegrationTests.Drafting;

/// <summary>A server on this machine that answers as a test wants, one reply after the other; the last one again and again.</summary>
internal sealed class ChatServer(params ChatReply[] replies) : LoopbackServer
{
    public string Address => $"{Origin}/v1";

    public List<ChatRequest> Requests { get; } = [];

    protected override async Task AnswerAsync(HttpCall call, NetworkStream stream, CancellationToken stop)
    {
        Requests.Add(new(call.Line, call.Head, JsonNode.Parse(call.Body)!));
        await replies[Math.Min(Requests.Count, replies.Length) - 1].SendAsync(stream, stop);
    }
}
