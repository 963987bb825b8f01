using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.GpuTests.Runs;

/// <summary>Episodes of one cousin: the same to the bit until something happens, and apart by physics from then on.</summary>
[TestFixture("ode")]
[TestFixture("mujoco")]
public sealed class CounterfactualRunTests(string backend) : GpuFixture
{
    private const string Drop = """
        scenario: drop
        version: 1.0.0
        intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: builtin:drop-test
        cameras:
          - { name: front, width: 32, height: 48, pose: camera_front, exposure: { f_number: 2, time_s: 0.01, iso: 400, row_time_s: 1.0e-4 }, sensor: [{ use: camera.noise }] }
        episode: { steps: 5, frame_rate_hz: 10 }
        events:
          - { name: shove, kind: push, match: ball_1, at_s: { uniform: [0.15, 0.18] }, impulse_n_s: 0.2, direction: [0, 0, 1] }
          - { name: release, kind: drop, match: ball_1, at_s: 0.25 }
          - { name: dark, kind: lamp_fails, match: "*", at_s: 0.35 }
        cousins: { count: 8, seed: 3 }
        labels: [rgb, instance, steps]
        """;

    private const int First = 2;

    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin() => _runs = new(Device) { Scenario = $"{Drop}\nphysics: {{ backend: {backend}, bodies: [{{ match: ball_1, motion: dynamic, shape: sphere, mass_kg: 0.1, held_by: world, held_until_s: 0.05 }}] }}" };

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void Frames_Are_The_Same_Until_Something_Happens()
    {
        _runs.Render("family");
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("family")).Frames()];

        // The hand has let go of the ball before it could be dropped: that event changes nothing.
        var begins = new Dictionary<string, int>(StringComparer.Ordinal) { ["shove"] = First, ["release"] = 5, ["dark"] = 4 };
        Assert.That(frames.Where(frame => frame.Step == 0).Select(frame => (frame.Counterfactual!.Cousin, frame.Counterfactual.Event, frame.Counterfactual.Parent)), Is.EqualTo(new[]
        {
            (0L, null, 0L), (0L, "shove", 0L), (0L, "release", 0L), (0L, "dark", 0L), (1L, null, 4L), (1L, "shove", 4L), (1L, "release", 4L), (1L, "dark", 4L),
        }));
        foreach (FrameRecord frame in frames.Where(frame => frame.Counterfactual!.Event is not null))
        {
            FrameRecord parent = frames.Single(other => other.Sample == frame.Counterfactual!.Parent && other.Step == frame.Step);
            Assert.That(frame.Files["rgb"].PixelsSha256 == parent.Files["rgb"].PixelsSha256, Is.EqualTo(frame.Step < begins[frame.Counterfactual!.Event!]), frame.Frame);
        }

        Assert.That(DatasetVerifier.Verify(_runs.Folder("family"), []).Findings, Is.Empty);
    }

    [Test]
    public void Records_Have_What_The_Engine_Knows_And_Come_Back()
    {
        _runs.Render("family", _runs.Plan(request => request with { Samples = 2 }));
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("family")).Frames()];
        FrameRecord shoved = frames[^1];

        double fallen = shoved.TimeS - 0.05;
        IReadOnlyList<double> velocity = shoved.Physics!.Bodies.Single().LinearVelocityMS;
        Assert.That(velocity[1], Is.EqualTo(-9.81 * fallen).Within(1e-4));
        Assert.That(velocity[2], Is.EqualTo(2).Within(1e-6), "0.2 N s on 0.1 kg");
        Assert.That(shoved.Files.Keys, Is.EquivalentTo(new[] { "rgb", "instance", "steps" }));
        string[] steps = File.ReadAllLines(Path.Combine(_runs.Folder("family"), shoved.Files["steps"].Path));
        Assert.That(steps, Has.Length.EqualTo(100).And.All.StartWith("{\"bodies\":{\"ball_1\":{\"angular_velocity_rad_s\":["));

        foreach (FrameRecord frame in new[] { frames[1], shoved })
        {
            _runs.AssertReplays(frame);
        }
    }

    [TestCase("cousins.vary={objects.ball_1.offset_y_m: [-1.99]}", "physics: ball_1 and floor_1 are 0.0")]
    [TestCase("physics.bodies=[{match: ball_1, motion: dynamic, shape: sphere, mass_kg: 0.1, velocity_m_s: [0, 0, 900]}]", "physics: ball_1 goes 0.9")]
    public void An_Episode_Beside_Mechanics_Is_Rejected_And_Says_Why(string change, string why)
    {
        _runs.Render("bad", _runs.Plan(request => request with { Samples = 1, Overrides = ["events=[]", "physics.bodies=[{match: ball_1, motion: dynamic, shape: sphere}]", change] }));

        Assert.That(DatasetReader.Open(_runs.Folder("bad")).Frames().Select(frame => frame.Rejected), Has.Exactly(5).StartsWith(why));
        Assert.That(DatasetVerifier.Verify(_runs.Folder("bad"), []).Findings, Is.Empty);
    }
}
