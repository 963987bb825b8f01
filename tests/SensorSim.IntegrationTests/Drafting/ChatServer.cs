using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Drafting;

/// <summary>A server on this machine that answers as a test wants, one reply after the other; the last one again and again.</summary>
internal sealed class ChatServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ChatReply[] _replies;

    public ChatServer(params ChatReply[] replies)
    {
        _replies = replies;
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public List<ChatRequest> Requests { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            ChatRequest request = await ReadAsync(stream);
            Requests.Add(request);
            await _replies[Math.Min(Requests.Count, _replies.Length) - 1].SendAsync(stream, _stop.Token);
        }
        catch (IOException)
        {
            // The program had enough of it.
        }
    }

    private async Task<ChatRequest> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }

        string text = head.ToString();
        string length = text.Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))["Content-Length:".Length..];
        byte[] body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new(text[..text.IndexOf("\r\n", StringComparison.Ordinal)], text, JsonNode.Parse(body)!);
    }
}
