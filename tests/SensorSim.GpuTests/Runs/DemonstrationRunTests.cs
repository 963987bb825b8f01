using SensorSim.Datasets;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;

namespace SensorSim.GpuTests.Runs;

/// <summary>Runs of a demonstration: what succeeds is kept, what does not says why, and each frame comes back from its record.</summary>
public sealed class DemonstrationRunTests : GpuFixture
{
    private const string Stacking = """
        scenario: stacking
        version: 1.0.0
        intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: arm/arm.xml
        environment: { hdr: builtin:studio }
        cameras:
          - { name: front, width: 48, height: 48, hfov_deg: 40, pose: { from: [1.65, 1.55, 1.15], look_at: [0.3, 0.95, -0.02] }, exposure: { f_number: 2, time_s: 0.02, iso: 400 } }
        task: { verb: stack, object: cube_1, goal: cube_2, success: [{ object: cube_1, on: cube_2 }] }
        joints:
          start: ready
          hands: [{ link: arm_hand, fingers: "finger_*" }]
          moves:
            - { demonstration: { id: stack_1, file: arm/stack.csv, hand: arm_hand, segments: [{ until_s: 0.8 }, { until_s: 2.3, object: cube_1 }, { until_s: 3.1 }, { until_s: 4.7, object: cube_2 }] } }
        physics: { backend: mujoco, friction: 0.9 }
        episode: { duration_s: 5, frame_rate_hz: 1 }
        cousins: { count: 2, seed: 3, strategy: pairwise, vary: { objects.cube_1.offset_x_m: [-0.05, 0.9], objects.cube_1.yaw_deg: [20] } }
        labels: [rgb, instance, steps]
        """;

    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin()
    {
        _runs = new(Device) { Scenario = Stacking };
        Copy("models/arm", _runs.Folder("arm"));
    }

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void What_Succeeds_Is_Kept_And_Knows_Its_Parent()
    {
        DatasetDescription dataset = _runs.Render("stacking")!;
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("stacking")).Frames()];
        Assert.That(DatasetVerifier.Verify(_runs.Folder("stacking"), []).Findings, Is.Empty);

        Assert.That((dataset.Tasks!.Succeeded, dataset.Tasks.Failed.Single()), Is.EqualTo((1L, KeyValuePair.Create("out of reach", 1L))));
        Assert.That(dataset.Counts.Rejected, Is.EqualTo(5));
        Assert.That(DatasetContent.Read(DatasetReader.Open(_runs.Folder("stacking"))).Description.Tasks!.Text, Is.EqualTo("1 of 2 episodes succeeded; failed: 1 × out of reach"));
        FrameRecord[] kept = [.. frames.Where(frame => frame.Rejected is null)], rejected = [.. frames.Where(frame => frame.Rejected is not null)];
        Assert.That(kept.Select(frame => (frame.Task!.Success, frame.Task.Failure)), Is.All.EqualTo(((bool?)true, (string?)null)));
        Assert.That(rejected.Select(frame => (frame.Task!.Success, frame.Task.Failure)), Is.All.EqualTo(((bool?)false, "out of reach")));
        Assert.That(rejected[0].Rejected, Does.StartWith("task: stack_1 cannot be done: out of reach: arm_hand ends "));

        DemonstrationRecord shown = kept[0].Demonstrations!.Single();
        Assert.That((shown.Parent, shown.File, shown.Hand), Is.EqualTo(("stack_1", "arm/stack.csv", "arm_hand")));
        Assert.That(kept[0].Provenance.Assets.Keys, Does.Contain("arm/stack.csv"));
        Assert.That(shown.Segments.Select(segment => segment.Object), Is.EqualTo(new[] { null, "cube_1", null, "cube_2" }));
        Assert.That((shown.Segments[1].ShiftM[0], shown.Segments[1].TurnDeg), Is.EqualTo((-0.05, 20.0)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6));

        // At the end one cube is a cube's height above the other.
        ObjectRecord upper = kept[^1].Objects.Single(thing => thing.Name == "cube_1"), lower = kept[^1].Objects.Single(thing => thing.Name == "cube_2");
        Assert.That(upper.ObjectToWorld[7] - lower.ObjectToWorld[7], Is.EqualTo(0.05).Within(0.002));
        foreach (FrameRecord frame in kept)
        {
            EndEffectorRecord hand = frame.EndEffectors!.Single();
            IReadOnlyList<double> there = frame.Objects.Single(thing => thing.Name == "arm_hand").ObjectToWorld;
            Assert.That(hand.Pose.Take(3), Is.EqualTo(new[] { there[3], there[7], there[11] }).Within(1e-12));
            Assert.That(hand.Gripper, Is.EqualTo(frame.Joints!.Where(joint => joint.Name.StartsWith("finger_", StringComparison.Ordinal)).Select(joint => joint.Position[0])));
        }

        Assert.That(File.ReadAllLines(Path.Combine(_runs.Folder("stacking"), kept[1].Files["steps"].Path)), Has.Length.EqualTo(1000).And.All.Contains("\"end_effectors\":{\"arm_hand\":{\"gripper\":["));
        _runs.AssertReplays(kept[3]);
        _runs.AssertReplays(rejected[3]);
    }

    [Test]
    public void Failures_May_Be_Kept()
    {
        DatasetDescription dataset = _runs.Render("stacking", _runs.Plan(request => request with { Overrides = ["task.on_failure=keep", "episode={ steps: 1 }"] }))!;
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("stacking")).Frames()];
        Assert.That(frames.Select(frame => frame.Rejected), Is.All.Null);
        Assert.That(dataset.Tasks!.Failed.Values.Sum(), Is.EqualTo(2), "after one step nothing is stacked");
    }

    private static void Copy(string from, string to)
    {
        string source = Path.Combine(ProgramFolders.Scenarios, from);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
