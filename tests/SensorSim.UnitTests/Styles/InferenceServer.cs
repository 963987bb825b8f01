using System.Net.Sockets;
using SensorSim.Tests.Http;

namespace SensorSim.UnitTests.Styles;

/// <summary>A server on this machine that plays the Open Inference Protocol: metadata as a test wants, and one answer after the other to POST …/infer.</summary>
internal sealed class InferenceServer : LoopbackServer
{
    public string Address => Origin;

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

    protected override async Task AnswerAsync(HttpCall call, NetworkStream stream, CancellationToken stop)
    {
        string[] line = call.Line.Split(' ');
        var asked = new InferenceCall(line[0], line[1], call.Headers, call.Body, DateTimeOffset.UtcNow);
        Asked.Add($"{asked.Method} {asked.Path}");
        InferenceAnswer answer = asked.Method == "GET" ? Pages.GetValueOrDefault(asked.Path, InferenceAnswer.Of(404, "Not Found", """{ "error": "no such page" }""")) : Infer(asked);
        await Task.Delay(answer.Delay, stop);
        await stream.WriteAsync(answer.ToBytes(), stop);
    }

    private InferenceAnswer Infer(InferenceCall call)
    {
        Calls.Add(call);
        return Answers[Math.Min(Calls.Count, Answers.Count) - 1](call);
    }
}
