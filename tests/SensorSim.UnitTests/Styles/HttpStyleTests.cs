using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SensorSim.Style;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Onnx;

namespace SensorSim.UnitTests.Styles;

/// <summary>style.http against a server that plays the Open Inference Protocol, well and badly.</summary>
public sealed class HttpStyleTests : IDisposable
{
    private InferenceServer _server = new();

    [SetUp]
    public void Start()
    {
        _server.Dispose();
        _server = new();
    }

    [OneTimeTearDown]
    public void Dispose() => _server.Dispose();

    [Test]
    public void A_Picture_Goes_There_As_Bytes_And_Comes_Back()
    {
        StyleImage picture = Noise(6, 4);

        StyleResult result = Apply(picture, []);

        Assert.That(result.Frames[0].Samples.ToArray(), Is.EqualTo(picture.Samples.ToArray().Select(value => 1 - value)).Within(1e-6));
        Assert.That(_server.Asked, Is.EqualTo(new[] { "GET /v2/health/ready", "GET /v2", "GET /v2/models/candy", "GET /v2/models/candy/ready", "POST /v2/models/candy/infer" }));
        JsonNode sent = _server.Calls[0].Json;
        Assert.That(sent["inputs"]!.ToJsonString(), Is.EqualTo("""[{"name":"in","shape":[1,3,4,6],"datatype":"FP32","parameters":{"binary_data_size":288}}]"""));
        Assert.That(sent["outputs"]!.ToJsonString(), Is.EqualTo("""[{"name":"out","parameters":{"binary_data":true}}]"""));
        Assert.That(_server.Calls[0].Headers["Content-Type"], Is.EqualTo("application/octet-stream"));
    }

    [Test]
    public void A_Server_That_Knows_Json_Only_Is_Talked_To_In_Json()
    {
        _server.Pages["/v2"] = InferenceAnswer.Json("""{ "name": "small", "version": "1" }""");
        _server.Answers[0] = InferenceCall.InvertedAsJson;
        StyleImage picture = Noise(5, 3);

        Assert.That(Apply(picture, []).Frames[0].Samples.ToArray(), Is.EqualTo(picture.Samples.ToArray().Select(value => 1 - value)).Within(1e-6));
        Assert.That(_server.Calls[0].Headers.Keys, Does.Not.Contain("Inference-Header-Content-Length"));
        Assert.That(_server.Calls[0].Json["outputs"]![0]!["parameters"]!["binary_data"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public void The_Record_Knows_Server_Model_And_What_Was_Said()
    {
        using IStyleTransfer transfer = Prepare([]);
        JsonObject identity = new(transfer.Identity.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Key, entry.Value?.DeepClone())));

        IReadOnlyDictionary<string, JsonNode?> evidence = transfer.Apply(StyleBench.ClipOf(Noise(4, 4)), default).Evidence;

        Assert.That(identity.ToJsonString(), Is.EqualTo(
            $$"""{"declaration_sha256":null,"endpoint":"{{_server.Address}}","model":"candy","model_versions":["1","2"],"platform":"onnxruntime_onnx","server":"triton","server_version":"2.50.0"}"""));
        Assert.That(evidence["request_sha256"]!.ToString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(_server.Calls[0].Body))));
        Assert.That(evidence["response_sha256"]!.ToString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(InferenceCall.Inverted(_server.Calls[0]).Body))));
        Assert.That((evidence["model_version"]!.ToString(), (int)evidence["requests"]!), Is.EqualTo(("2", 1)));
        Assert.That(StyleBench.Backend("style.http").Nature, Is.EqualTo(StyleNature.Learned));
    }

    [Test]
    public void A_Version_Is_Asked_For_By_Name()
    {
        _server.Pages["/v2/models/candy/versions/1"] = _server.Pages["/v2/models/candy"];
        _server.Pages["/v2/models/candy/versions/1/ready"] = InferenceAnswer.Json("{}");

        Apply(Noise(4, 4), new() { ["model_version"] = "1" });

        Assert.That(_server.Asked, Does.Contain("POST /v2/models/candy/versions/1/infer").And.None.EqualTo("GET /v2/models/candy"));
    }

    [Test]
    public void Large_Frames_Go_In_Tiles()
    {
        StyleImage picture = Noise(40, 24);

        StyleResult result = Apply(picture, new() { ["tile_px"] = 24, ["overlap_px"] = 8 });

        Assert.That(result.Frames[0].Samples.ToArray(), Is.EqualTo(picture.Samples.ToArray().Select(value => 1 - value)).Within(1e-6));
        Assert.That((_server.Calls.Count, (int)result.Evidence["requests"]!), Is.EqualTo((2, 2)));
        Assert.That(result.Evidence["request_sha256"]!.ToString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData([.. _server.Calls.SelectMany(call => SHA256.HashData(call.Body))]))));
    }

    [TestCase(429, "Too Many Requests")]
    [TestCase(502, "Bad Gateway")]
    [TestCase(503, "Service Unavailable")]
    [TestCase(504, "Gateway Timeout")]
    public void A_Busy_Server_Is_Asked_Again(int status, string reason)
    {
        Func<InferenceCall, InferenceAnswer> busy = _ => InferenceAnswer.Of(status, reason, """{ "error": "queue is full" }""");
        _server.Answers.InsertRange(0, [busy, busy]);

        Apply(Noise(4, 4), []);

        Assert.That(_server.Calls, Has.Count.EqualTo(3));
        Assert.That(_server.Calls.All(call => call.Body.SequenceEqual(_server.Calls[0].Body)), "the same request each time");
    }

    [Test]
    public void A_Server_That_Says_When_Is_Not_Asked_Before()
    {
        _server.Answers.Insert(0, _ => InferenceAnswer.Of(429, "Too Many Requests", "", "Retry-After: 1"));

        Apply(Noise(4, 4), []);

        Assert.That(_server.Calls[1].Time - _server.Calls[0].Time, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(0.99)));
    }

    [Test]
    public void A_Server_That_Stays_Busy_Is_Given_Up()
    {
        _server.Answers[0] = _ => InferenceAnswer.Of(503, "Service Unavailable", """{ "error": "queue is full" }""");

        StyleException refusal = Refusal(new() { ["retries"] = 2 });

        Assert.That(refusal.Message, Is.EqualTo($"{_server.Address}/v2/models/candy/infer answers 503 (ServiceUnavailable): queue is full (tried 3 times)."));
        Assert.That((_server.Calls.Count, refusal.IsRequestWrong), Is.EqualTo((3, false)));
    }

    [Test]
    public void A_Server_That_Asks_For_An_Hour_Is_Given_Up_At_Once()
    {
        _server.Answers[0] = _ => InferenceAnswer.Of(429, "Too Many Requests", "", "Retry-After: 3600");

        Assert.That(Refusal([]).Message, Does.Contain("answers 429"));
        Assert.That(_server.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_Body_That_Breaks_Off_Is_Asked_For_Again()
    {
        _server.Answers.Insert(0, call => InferenceCall.Inverted(call) with { Missing = 100 });

        Apply(Noise(4, 4), []);

        Assert.That(_server.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public void What_Is_No_Answer_Is_Told_And_Not_Asked_For_Again()
    {
        (Func<InferenceCall, InferenceAnswer> Answer, string Expected)[] cases =
        [
            (_ => InferenceAnswer.Of(500, "Internal Server Error", """{ "error": "CUDA out of memory" }"""), "answers 500 (InternalServerError): CUDA out of memory"),
            (_ => InferenceAnswer.Of(400, "Bad Request", "<html>no</html>"), "answers 400 (BadRequest): <html>no</html>"),
            (_ => InferenceAnswer.Of(302, "Found", "", "Location: http://elsewhere/"), "sends to http://elsewhere/, which is not followed"),
            (_ => InferenceAnswer.Json("<html>"), "does not answer as the Open Inference Protocol has it: the answer is no JSON"),
            (_ => InferenceAnswer.Json("""{ "outputs": [{ "name": "\ud800" }] }"""), "does not answer as the Open Inference Protocol has it"),
            (_ => InferenceAnswer.Of(500, "Internal Server Error", """{ "error": "\ud800" }"""), "answers 500 (InternalServerError)"),
            (_ => InferenceAnswer.Json("""{ "outputs": [] }"""), "the answer has no output \"out\""),
            (_ => InferenceAnswer.Json("""{ "outputs": [{ "name": "out", "datatype": "FP32", "shape": [1, 3, 2, 2], "data": [0,0,0,0,0,0,0,0,0,0,0,0] }] }"""), "is float32 [1, 3, 2, 2]; expected a picture of the same size, nchw [1, 3, 4, 4]"),
            (_ => InferenceAnswer.Json("""{ "outputs": [{ "name": "out", "datatype": "FP32", "shape": [1, 3, 4, 4], "data": [0.5] }] }"""), "has 48 numbers; 1 are there"),
            (_ => InferenceAnswer.Json("""{ "outputs": [{ "name": "out", "datatype": "INT64", "shape": [1, 3, 4, 4], "data": [] }] }"""), "is INT64; expected FP32, FP16, FP64 or UINT8"),
            (_ => InferenceAnswer.Binary("""{"outputs":[{"name":"out","shape":[1,3,4,4],"datatype":"FP32","parameters":{"binary_data_size":192}}]}""", new byte[100]), "192 are promised, and 100 are there"),
            (_ => new("200 OK", ["Inference-Header-Content-Length: 9999"], [1]), "promises 9999 bytes of JSON, and the answer has 1"),
            (_ => InferenceAnswer.Json($$"""{ "outputs": "{{new string('x', 2_000_000)}}" }"""), "which no picture of this size has"),
        ];
        foreach ((Func<InferenceCall, InferenceAnswer> answer, string expected) in cases)
        {
            Start();
            _server.Answers[0] = answer;

            Assert.That(Refusal([]).Message, Does.Contain(expected));
            Assert.That(_server.Calls, Has.Count.EqualTo(1), expected);
        }
    }

    [Test]
    public void A_Slow_Server_Is_Not_Waited_For_Beyond_The_Limit()
    {
        _server.Answers[0] = call => InferenceCall.Inverted(call) with { Delay = TimeSpan.FromMinutes(5) };

        Assert.That(Refusal(new() { ["timeout_s"] = 0.3 }).Message, Does.Contain("gave no whole answer within 0.3 s: raise timeout_s"));
    }

    [Test]
    public void A_Server_That_Is_Not_There_Or_Has_No_Such_Model_Is_Told()
    {
        Assert.That(Unprepared(new() { ["model"] = "mosaic" }).Message, Does.Contain("/v2/models/mosaic answers 404 (NotFound): no such page"));
        Assert.That(Unprepared(new() { ["model"] = "mosaic" }).IsRequestWrong);
        Assert.That(Unprepared(new() { ["model"] = "" }).Message, Does.Contain("needs a server and a model"));
        _server.Pages["/v2/models/candy"] = InferenceAnswer.Json("""{ "name": "candy", "inputs": [{ "name": "in", "datatype": "FP32", "shape": [3] }], "outputs": [] }""");
        Assert.That(Unprepared([]).Message, Does.Contain("does not name the output"));
        _server.Pages["/v2/models/candy"] = InferenceAnswer.Json("""{ "name": "candy" }""");
        Assert.That(Unprepared([]).Message, Does.Contain("it names no inputs"));
        _server.Dispose();
        Assert.That(Unprepared(new() { ["retries"] = 1 }).Message, Does.Contain("/v2/health/ready cannot be asked").And.Contain("(tried 2 times)"));
    }

    [Test]
    public void An_Address_That_Is_None_Is_A_Wrong_Parameter()
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["endpoint"] = "localhost:8000", ["model"] = "candy" };

        Assert.That(SensorBench.Catalog.Require("style.http").Schema.Bind(values).Errors.Single().Message, Does.Contain("expected the address of a server, such as http://localhost:8000"));
    }

    [Test]
    public void A_Stop_Ends_The_Waiting()
    {
        _server.Answers[0] = _ => InferenceAnswer.Of(503, "Service Unavailable", "", "Retry-After: 300");
        using IStyleTransfer transfer = Prepare([]);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        Assert.That(() => transfer.Apply(StyleBench.ClipOf(Noise(4, 4)), stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private StyleException Refusal(JsonObject values)
    {
        using IStyleTransfer transfer = Prepare(values);
        return Assert.Throws<StyleException>(() => transfer.Apply(StyleBench.ClipOf(Noise(4, 4)), default))!;
    }

    private StyleException Unprepared(JsonObject values) => Assert.Throws<StyleException>(() => Prepare(values).Dispose())!;

    private StyleResult Apply(StyleImage picture, JsonObject values)
    {
        using IStyleTransfer transfer = Prepare(values);
        return transfer.Apply(StyleBench.ClipOf(picture), default);
    }

    private IStyleTransfer Prepare(JsonObject values)
    {
        values.TryAdd("endpoint", _server.Address);
        values.TryAdd("model", "candy");
        values.TryAdd("retry_pause_s", 0.01);
        return StyleBench.Prepare("style.http", values);
    }

    private static StyleImage Noise(int width, int height) => new(width, height, OnnxTests.Noise(3 * width * height));
}
