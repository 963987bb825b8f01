using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SensorSim.UnitTests.Styles;

/// <summary>A server on this machine that plays the Open Inference Protocol: metadata as a test wants, and one answer after the other to POST …/infer.</summary>
internal sealed class InferenceServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public InferenceServer()
    {
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>What GET says, by path.</summary>
    public Dictionary<string, InferenceAnswer> Pages { get; } = new(StringComparer.Ordinal)
    {
        ["/v2/health/ready"] = InferenceAnswer.Json("{}"),
        ["/v2"] = InferenceAnswer.Json("""{ "name": "triton", "version": "2.50.0", "extensions": ["classification", "binary_tensor_data"] }"""),
        ["/v2/models/candy"] = InferenceAnswer.Json("""
            { "name": "candy", "versions": ["1", "2"], "platform": "onnxruntime_onnx",
              "inputs": [{ "name": "in", "datatype": "FP32", "shape": [-1, 3, -1, -1] }], "outputs": [{ "name": "out", "datatype": "FP32", "shape": [-1, 3, -1, -1] }] }
            """),
        ["/v2/models/candy/ready"] = InferenceAnswer.Json("{}"),
    };

    /// <summary>What POST …/infer says, one after the other; the last one again and again.</summary>
    public List<Func<InferenceCall, InferenceAnswer>> Answers { get; } = [InferenceCall.Inverted];

    /// <summary>All that was asked, in order: "GET /v2".</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Of POST …/infer.</summary>
    public List<InferenceCall> Calls { get; } = [];

    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _stop.Cancel();
        _serving.Wait();
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
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            InferenceCall call = await ReadAsync(stream);
            Asked.Add($"{call.Method} {call.Path}");
            InferenceAnswer answer = call.Method == "GET" ? Pages.GetValueOrDefault(call.Path, InferenceAnswer.Of(404, "Not Found", """{ "error": "no such page" }""")) : Infer(call);
            await Task.Delay(answer.Delay, _stop.Token);
            await stream.WriteAsync(answer.ToBytes(), _stop.Token);
        }
        catch (IOException)
        {
            // The plugin had enough of it.
        }
    }

    private InferenceAnswer Infer(InferenceCall call)
    {
        Calls.Add(call);
        return Answers[Math.Min(Calls.Count, Answers.Count) - 1](call);
    }

    private async Task<InferenceCall> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries), first = lines[0].Split(' ');
        var headers = lines.Skip(1).ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new(first[0], first[1], headers, body, DateTimeOffset.UtcNow);
    }
}
