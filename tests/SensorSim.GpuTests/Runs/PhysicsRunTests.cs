using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.GpuTests.Runs;

/// <summary>Runs whose objects move by physics: records have them where the law of falling bodies does, and each frame comes back from its record alone.</summary>
[TestFixture("ode")]
[TestFixture("mujoco")]
public sealed class PhysicsRunTests(string backend) : GpuFixture
{
    private const string Drop = """
        scenario: drop
        version: 1.0.0
        intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: builtin:drop-test
        cameras:
          - { name: front, width: 32, height: 48, pose: camera_front, exposure: { f_number: 2, time_s: 0.01, iso: 400, row_time_s: 1.0e-4 } }
        episode: { steps: 4, frame_rate_hz: 10 }
        cousins: { count: 2, seed: 3, vary: { "objects.ball_1.restitution": [0, 0.8] } }
        """;

    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin() => _runs = new(Device) { Scenario = $"{Drop}\nphysics: {{ backend: {backend}, gravity_m_s2: {{ uniform: [1, 12] }}, bodies: [{{ match: ball_1, motion: dynamic, shape: sphere }}] }}" };

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void A_Ball_Falls_As_Its_Draws_Say_And_Frames_Come_Back_From_Their_Records()
    {
        _runs.Render("drop");
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("drop")).Frames()];

        foreach (FrameRecord frame in frames)
        {
            double gravity = (double)frame.Draws["physics.gravity_m_s2"]!;
            IReadOnlyList<double> ball = frame.Objects.Single(thing => thing.Name == "ball_1").ObjectToWorld;
            Assert.That((ball[3], ball[7], ball[11]), Is.EqualTo((0.0, 2 - (0.5 * gravity * frame.TimeS * frame.TimeS), 0.0)).Using<(double, double, double)>(IsNear), frame.Frame);
        }

        Assert.That(frames.Select(frame => (double)frame.Draws["physics.gravity_m_s2"]!).Distinct().Count(), Is.EqualTo(2));
        Assert.That(frames[0].Provenance.Plugins.Keys, Does.Contain($"physics.{backend}"));
        Assert.That(DatasetVerifier.Verify(_runs.Folder("drop"), []).Findings, Is.Empty);
        foreach (FrameRecord frame in frames.Where(frame => frame.Step == 3))
        {
            _runs.AssertReplays(frame);
        }
    }

    [Test]
    public void Another_Library_Than_The_Recorded_One_Is_Told()
    {
        _runs.Render("drop", _runs.Plan(request => request with { Overrides = ["episode.steps=1", "cousins.count=1"] }));
        FrameRecord frame = DatasetReader.Open(_runs.Folder("drop")).Frames().First();
        var render = (JsonObject)frame.Provenance.Render.DeepClone();
        render["physics"]!["library"] = "Another 1.0";

        FrameReplay Replay(FrameRecord record) => new(record, _runs.Assets, _runs.Catalog);
        Assert.That(Replay(frame).Warnings(Device.PhysicalDevice), Is.Empty);
        Assert.That(Replay(frame with { Provenance = frame.Provenance with { Render = render } }).Warnings(Device.PhysicalDevice), Has.One.Items.And.Some.StartsWith($"library of physics.{backend}: recorded Another 1.0, here "));
    }

    [Test]
    public void A_Sample_Does_Not_Depend_On_The_Run_It_Is_In()
    {
        _runs.Render("whole");
        _runs.Render("shard", _runs.Plan(request => request with { Shard = new(1, 2) }));

        FrameRecord[] whole = [.. DatasetReader.Open(_runs.Folder("whole")).Frames()], shard = [.. DatasetReader.Open(_runs.Folder("shard")).Frames()];
        Assert.That(shard.Select(PixelsOf), Is.EqualTo(whole.Where(frame => shard.Any(own => own.Frame == frame.Frame)).Select(PixelsOf)));
    }

    [Test]
    public void What_Settles_Begins_The_Episode_At_Rest()
    {
        _runs.Render("settled", _runs.Plan(request => request with { Overrides = ["physics.gravity_m_s2=9.81", "physics.settle_s=4", "episode.steps=1"] }));

        double[] heights = [.. DatasetReader.Open(_runs.Folder("settled")).Frames().Select(frame => frame.Objects.Single(thing => thing.Name == "ball_1").ObjectToWorld[7])];
        Assert.That(heights[0], Is.EqualTo(0.05).Within(0.001));
    }

    [TestCase("physics.backend=mujocco", "'physics.mujocco' is no installed physics plugin")]
    [TestCase("physics.bodies=[{match: ball_9, motion: dynamic}]", "no object of the scene matches 'ball_9'; expected one of")]
    [TestCase("physics.bodies=[{match: floor_1}]", "nothing moves")]
    public void What_Cannot_Move_Is_Named_Where_It_Is_Written(string change, string message) =>
        Assert.That(() => _runs.Plan(request => request with { Overrides = [change] }), Throws.TypeOf<ScenarioException>().With.Message.Contains(message));

    private static string PixelsOf(FrameRecord frame) => string.Join(' ', frame.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value.PixelsSha256));

    private static bool IsNear((double X, double Y, double Z) a, (double X, double Y, double Z) b) =>
        Math.Abs(a.X - b.X) < 1e-6 && Math.Abs(a.Y - b.Y) < 1e-6 && Math.Abs(a.Z - b.Z) < 1e-6;
}
