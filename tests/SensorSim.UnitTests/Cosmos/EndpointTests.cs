using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>An endpoint in all its moods: nothing is lost, and nothing is sent twice that was answered.</summary>
public sealed class EndpointTests
{
    private CosmosBench _bench = null!;

    [SetUp]
    public void Begin() => _bench = new();

    [TearDown]
    public void End() => _bench?.Dispose();

    [Test]
    public void AVideoComesBackAsFrames_AndTheRecordSaysOfWhat()
    {
        using PretendEndpoint server = Server(Good);
        using IStyleTransfer transfer = _bench.Prepare(("endpoint", server.Address), ("control_depth", 0.5));
        StyleResult result = transfer.Apply(_bench.Clip, CancellationToken.None);

        _bench.IsNegative(result);
        Assert.Multiple(() =>
        {
            Assert.That(server.Posts, Has.Count.EqualTo(1));
            Assert.That(transfer.Identity.ToDictionary(pair => pair.Key, pair => pair.Value?.ToJsonString(), StringComparer.Ordinal), Is.SupersetOf(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["endpoint"] = $"\"{server.Address}\"", ["api_title"] = "\"Pretended transfer\"", ["api_version"] = "\"1.0\"", ["metadata"] = "{\"version\":\"1.2.3\"}", ["operation"] = "\"/v1/infer\"",
            }));
            Assert.That(result.Evidence["weights"]!.ToJsonString(), Is.EqualTo("{\"depth\":0.5,\"edge\":1}"));
            Assert.That((string?)result.Evidence["prompt"], Is.EqualTo("a warehouse at night"));
            Assert.That((int)result.Evidence["seed"]!, Is.EqualTo((int)server.Posts.Single().Json["seed"]!));
            Assert.That((string?)result.Evidence["request_sha256"], Has.Length.EqualTo(64).And.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(server.Posts.Single().Body))));
            Assert.That((string?)result.Evidence["response_sha256"], Has.Length.EqualTo(64));
        });
    }

    [Test]
    public void ASlowAnswerIsWaitedFor()
    {
        using PretendEndpoint server = Server(request =>
        {
            Thread.Sleep(300);
            return Good(request);
        });

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(1));
    }

    [Test]
    public void ABusyServerIsAskedAgainWhenItWantsToBe()
    {
        using PretendEndpoint server = Server(_ => new PretendReply(429, "text/plain", []) { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "77" } }, Good);

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(2));
        Assert.That(_bench.Clock.Pauses, Is.EqualTo([77.0]));
    }

    [Test]
    public void AServerInTroubleIsAskedAgain_WithPausesThatDouble()
    {
        using PretendEndpoint server = Server(Trouble, Trouble, Trouble, Good);

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        double[] pauses = [.. _bench.Clock.Pauses];
        Assert.That(pauses, Has.Length.EqualTo(3));
        Assert.That(pauses.Select((pause, i) => pause / (2 * Math.Pow(2, i))), Is.All.InRange(0.5, 1));
        Assert.That(server.Posts.Select(post => post.IdempotencyKey).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(pauses[1] / pauses[0], Is.Not.EqualTo(2), "half of a pause is drawn");
    }

    [Test]
    public void ABrokenConnectionIsTriedAgain()
    {
        using PretendEndpoint server = Server(_ => null, Good);

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(2));
    }

    [TestCase("truncated", "cannot be read to its end")]
    [TestCase("fewer", "4 frames and the clip has 5")]
    [TestCase("more", "more than 5 frames")]
    [TestCase("narrow", "40x32 pixels and the clip has 48x32")]
    [TestCase("no video", "without a video: out of luck")]
    public void AWrongAnswerIsTriedAgain_AndRefusedByNameInTheEnd(string kind, string expected)
    {
        PretendReply Wrong(PretendRequest request) => kind switch
        {
            "truncated" => PretendReply.Video(_bench.Negative(VideoOf(request))[..^2000]),
            "fewer" => PretendReply.Video(_bench.Negative(VideoOf(request), frames: 4)),
            "more" => PretendReply.Video(_bench.Negative(VideoOf(request), frames: 7)),
            "narrow" => PretendReply.Video(_bench.Negative(VideoOf(request), width: 40)),
            _ => PretendReply.OfJson(200, new JsonObject { ["b64_video"] = null, ["error"] = "out of luck" }),
        };
        using PretendEndpoint mending = Server(Wrong, Good), hopeless = Server(Wrong);

        _bench.IsNegative(_bench.Run(("endpoint", mending.Address)));
        Assert.That(mending.Posts, Has.Count.EqualTo(2));

        StyleException told = Assert.Throws<StyleException>(() => _bench.Run(("endpoint", hopeless.Address), ("retries", 2)))!;
        Assert.That(told.Message, Does.Contain(expected).And.Contain("try 3 of 3"));
        Assert.That(hopeless.Posts, Has.Count.EqualTo(3));
    }

    [Test]
    public void AnotherSizeIsScaledWhereThatIsAsked_AndTheRecordSaysSo()
    {
        using PretendEndpoint server = Server(request => PretendReply.Video(_bench.Negative(VideoOf(request), width: 40)));
        StyleResult result = _bench.Run(("endpoint", server.Address), ("resize", true));

        Assert.That((string?)result.Evidence["resized_from"], Is.EqualTo("40x32"));
        Assert.That(result.Frames, Has.Count.EqualTo(5).And.All.Property("Width").EqualTo(48));
    }

    [Test]
    public void ARefusalIsToldAtOnce()
    {
        using PretendEndpoint server = Server(_ => PretendReply.OfJson(422, new JsonObject { ["detail"] = "at least 93 frames" }));

        Assert.That(() => _bench.Run(("endpoint", server.Address)), Throws.TypeOf<StyleException>().With.Message.EqualTo($"{server.Address} refuses the request with 422: at least 93 frames"));
        Assert.That(server.Posts, Has.Count.EqualTo(1));
    }

    [TestCase("""{"detail":"a","detail":"b"}""")]
    [TestCase("""{"detail":"\ud800"}""")]
    public void ARefusalInBrokenJsonIsToldAsItCame(string body)
    {
        using PretendEndpoint server = Server(_ => new(422, "application/json", System.Text.Encoding.UTF8.GetBytes(body)));

        Assert.That(() => _bench.Run(("endpoint", server.Address)), Throws.TypeOf<StyleException>().With.Message.EqualTo($"{server.Address} refuses the request with 422: {body}"));
    }

    [Test]
    public void AClipThatFailsLosesNoOther()
    {
        using PretendEndpoint server = Server(Good, Trouble);
        using (IStyleTransfer transfer = _bench.Prepare(("endpoint", server.Address), ("retries", 1)))
        {
            _bench.IsNegative(transfer.Apply(_bench.Clip, CancellationToken.None));
            Assert.That(() => transfer.Apply(CosmosBench.ClipOf(13, 5), CancellationToken.None), Throws.TypeOf<StyleException>().With.Message.Contains("500").And.Message.Contains("is kept"));
        }

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(3), "the first clip was answered and is not sent again");
    }

    [Test]
    public void OtherParametersAreAnotherRequest()
    {
        using PretendEndpoint server = Server(Good);
        _ = _bench.Run(("endpoint", server.Address));
        _ = _bench.Run(("endpoint", server.Address), ("prompt", "a warehouse by day"));
        _ = _bench.Run(("endpoint", server.Address), ("retries", 9), ("timeout_s", 5000));

        Assert.That(server.Posts, Has.Count.EqualTo(2));
    }

    [Test]
    public void AServerThatLoadsIsWaitedFor()
    {
        using PretendEndpoint server = Server(Good);
        server.Readiness.Enqueue(503);
        server.Readiness.Enqueue(503);

        _bench.IsNegative(_bench.Run(("endpoint", server.Address), ("poll_s", 7)));
        Assert.That(_bench.Clock.Pauses, Is.EqualTo([7.0, 7.0]));
    }

    [Test]
    public void NobodyThereIsTold()
    {
        using PretendEndpoint server = Server(Good);
        server.Dispose();

        StyleException told = Assert.Throws<StyleException>(() => _bench.Run(("endpoint", server.Address), ("retries", 2)))!;
        Assert.That(told.Message, Does.Contain("cannot be asked").And.Contain("try 3 of 3"));
    }

    [Test]
    public void TheKeyIsSentAndWrittenNowhere()
    {
        const string Variable = "SENSORSIM_TEST_COSMOS_KEY";
        Environment.SetEnvironmentVariable(Variable, "very-secret-4711");
        try
        {
            using PretendEndpoint server = Server(Good);
            StyleResult result = _bench.Run(("endpoint", server.Address), ("key_variable", Variable));

            Assert.That(server.Posts.Single().Authorization, Is.EqualTo("Bearer very-secret-4711"));
            Assert.That(Directory.EnumerateFiles(_bench.WorkFolder, "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains("very-secret", StringComparison.Ordinal)), Is.Empty);
            Assert.That(string.Concat(result.Evidence.Values.Select(value => value?.ToJsonString())), Does.Not.Contain("very-secret"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    private static byte[] VideoOf(PretendRequest request) => Convert.FromBase64String((string)request.Json["video"]!);

    private static PretendReply Trouble(PretendRequest request) => new(500, "text/plain", "CUDA out of memory"u8.ToArray());

    private static PretendEndpoint Server(params Func<PretendRequest, PretendReply?>[] script) => new(OpenApiDocuments.Transfer25(), script);

    private PretendReply Good(PretendRequest request) => PretendReply.Video(_bench.Negative(VideoOf(request)));
}
