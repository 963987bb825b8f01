using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>A server that answers later: the job is asked about, over interruptions, and its request is not sent again.</summary>
public sealed class JobTests
{
    private CosmosBench _bench = null!;
    private byte[] _made = [];
    private int _polls;

    [SetUp]
    public void Begin() => (_bench, _polls) = (new(), 0);

    [TearDown]
    public void End() => _bench?.Dispose();

    [TestCase("location")]
    [TestCase("status_url")]
    [TestCase("id")]
    [TestCase("running")]
    public void AJobIsAskedAboutUntilItIsDone(string how)
    {
        using PretendEndpoint server = Server(how);
        server.OnGet = path => path.EndsWith("/j7", StringComparison.Ordinal) ? ++_polls < 4 ? Waiting : PretendReply.Video(_made) : null;

        _bench.IsNegative(_bench.Run(("endpoint", server.Address), ("poll_s", 3)));
        Assert.That(server.Posts, Has.Count.EqualTo(1));
        Assert.That(_bench.Clock.Pauses, Is.EqualTo([3.0, 3.0, 3.0]));
        Assert.That(File.Exists(Path.Combine(_bench.RequestFolder, "job.json")), Is.False);
    }

    [Test]
    public void AnInterruptedRunAsksForTheSameJob_AndSendsNothing()
    {
        using var stop = new CancellationTokenSource();
        using PretendEndpoint server = Server("location");
        server.OnGet = _ =>
        {
            if (++_polls == 2) stop.Cancel();
            return _polls < 4 ? Waiting : PretendReply.Video(_made);
        };
        using (IStyleTransfer transfer = _bench.Prepare(("endpoint", server.Address)))
        {
            Assert.That(() => transfer.Apply(_bench.Clip, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        }

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(1));

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(1), "what was answered is there");
    }

    [Test]
    public void ARequestThatWasInterruptedOnItsWayGoesAgain_UnderTheSameKey()
    {
        using var stop = new CancellationTokenSource();
        using var server = new PretendEndpoint(
            OpenApiDocuments.Transfer25(),
            _ =>
            {
                stop.Cancel();
                Thread.Sleep(200);
                return null;
            },
            request => PretendReply.Video(_bench.Negative(Convert.FromBase64String((string)request.Json["video"]!))));
        using (IStyleTransfer transfer = _bench.Prepare(("endpoint", server.Address)))
        {
            Assert.That(() => transfer.Apply(_bench.Clip, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        }

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        PretendRequest[] posts = [.. server.Posts];
        Assert.That(posts, Has.Length.EqualTo(2));
        Assert.That(posts[1].IdempotencyKey, Is.EqualTo(posts[0].IdempotencyKey).And.Length.GreaterThan(64));
        Assert.That(posts[1].Body, Is.EqualTo(posts[0].Body));
    }

    [Test]
    public void TroubleWhileAskingLosesNoJob()
    {
        using PretendEndpoint server = Server("location");
        server.OnGet = _ => ++_polls == 1 ? new(503, "text/plain", []) : PretendReply.Video(_made);

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That((server.Posts.Count, _polls), Is.EqualTo((1, 2)));
    }

    [TestCase(404, "")]
    [TestCase(200, "failed")]
    public void AJobThatIsLostOrFailsIsSentAgain(int status, string state)
    {
        using PretendEndpoint server = Server("location");
        server.OnGet = _ => ++_polls == 1 ? PretendReply.OfJson(status, new JsonObject { ["status"] = state, ["error"] = "worker died" }) : PretendReply.Video(_made);

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That((server.Posts.Count, _polls), Is.EqualTo((2, 2)));
    }

    [Test]
    public void AVideoAtAnAddressIsFetchedFromThere_AndFromNoOtherServer()
    {
        using PretendEndpoint server = Server("location");
        server.OnGet = path => path == "/files/made.mp4" ? new(200, "video/mp4", _made)
            : PretendReply.OfJson(200, new JsonObject { ["status"] = "succeeded", ["video_url"] = ++_polls == 1 ? "/files/made.mp4" : "http://127.0.0.2:1/made.mp4" });

        _bench.IsNegative(_bench.Run(("endpoint", server.Address)));
        Assert.That(server.Posts, Has.Count.EqualTo(1));
        Assert.That(() => _bench.Run(("endpoint", server.Address), ("seed", 2)), Throws.TypeOf<StyleException>().With.Message.Contains("another server"));
    }

    [Test]
    public void AnAddressThatIsNoneIsTold()
    {
        using PretendEndpoint server = Server("location");
        server.OnGet = _ => PretendReply.OfJson(200, new JsonObject { ["video_url"] = "http://[" });

        Assert.That(() => _bench.Run(("endpoint", server.Address)), Throws.TypeOf<StyleException>().With.Message.Contains("sends to http://[, which is no address"));
    }

    [Test]
    public void WhatTakesTooLongIsTold_AndGoesOnNextTime()
    {
        using PretendEndpoint server = Server("location");
        server.OnGet = _ => ++_polls < 10 ? Waiting : PretendReply.Video(_made);

        StyleException told = Assert.Throws<StyleException>(() => _bench.Run(("endpoint", server.Address), ("timeout_s", 2000), ("poll_s", 300)))!;
        Assert.That(told.Message, Does.Contain("within 2000 seconds").And.Contain("goes on from there"));
        Assert.That(_polls, Is.InRange(4, 7));

        _bench.IsNegative(_bench.Run(("endpoint", server.Address), ("poll_s", 300)));
        Assert.That(server.Posts, Has.Count.EqualTo(1));
    }

    private static PretendReply Waiting => PretendReply.OfJson(200, new JsonObject { ["status"] = "RUNNING", ["id"] = "j7" });

    private PretendEndpoint Server(string how)
    {
        JsonObject document = OpenApiDocuments.Transfer25();
        document["paths"]!["/v1/jobs/{job}"] = JsonNode.Parse("""{"get":{}}""");
        return new(document, request =>
        {
            _made = _bench.Negative(Convert.FromBase64String((string)request.Json["video"]!));
            return how switch
            {
                "location" => new(202, "text/plain", []) { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = "/somewhere/j7" } },
                "status_url" => PretendReply.OfJson(202, new JsonObject { ["status_url"] = "/elsewhere/j7" }),
                "id" => PretendReply.OfJson(202, new JsonObject { ["id"] = "j7" }),
                _ => Waiting,
            };
        });
    }
}
