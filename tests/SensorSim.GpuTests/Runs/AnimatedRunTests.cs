using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Runs;
using SensorSim.Scenes.Scenarios;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Runs of a scene that moves, with every label: poses follow the clock, frames are blurred, and each comes back from its record alone.</summary>
public sealed class AnimatedRunTests : GpuFixture
{
    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin() => _runs = new(Device)
    {
        Glb = AnimatedGlb.Of(SmallScene.Glb, new Dictionary<string, float>(StringComparer.Ordinal) { ["box_1"] = 3, ["camera_side"] = 1 }),
    };

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void Steps_FollowTheAnimation_AndFlowLeadsFromOneToTheNext()
    {
        _runs.Render("whole", Plan());
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("whole")).Frames().Where(frame => frame.Sample == 0)];
        double XOf(int step) => frames.First(frame => frame.Step == step).Objects.Single(thing => thing.Name == "box_1").ObjectToWorld[3];
        double CameraX(int step) => frames.Single(frame => frame.Step == step && frame.Camera == "side").CameraToWorld[3];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(XOf(1) - XOf(0), Is.EqualTo(3 / 30.0).Within(1e-5), "the box");
            Assert.That(CameraX(1) - CameraX(0), Is.EqualTo(1 / 30.0).Within(1e-5), "the camera that is a node");
            Assert.That(frames.Where(frame => frame.Step == 0).Select(frame => frame.Files.Keys), Has.All.Contains("flow").And.All.Not.Contains("flow_backward"));
            Assert.That(frames.Where(frame => frame.Step == 1).Select(frame => frame.Files.Keys), Has.All.Contains("occlusion_backward").And.All.Not.Contains("scene_flow"));
            Assert.That(DatasetVerifier.Verify(_runs.Folder("whole"), []).Findings, Is.Empty);
        }
    }

    [Test]
    public void RollingShutterOfAMovingCamera_HasAPoseForEachRow()
    {
        _runs.Render("whole", Plan(overrides: ["cameras.side.exposure={f_number: 2, time_s: 0.004, row_time_s: 1.0e-4}"]));
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("whole")).Frames().Where(frame => frame.Sample == 0)];
        FrameRecord side = frames.First(frame => frame is { Camera: "side", Step: 1 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(frames.Select(frame => frame.LabelTime), Has.All.EqualTo(FrameRecord.MidExposure));
            Assert.That(frames.Where(frame => frame.Camera == "front").Select(frame => frame.RowPoses), Has.All.Null, "a camera that stands still");
            Assert.That(side.RowPoses, Has.Count.EqualTo(64));
            for (int row = 0; row < 64; row++)
            {
                // RS-3: the middle row is exposed around the instant of the labels.
                Assert.That(side.RowPoses![row].TimeS, Is.EqualTo(side.TimeS + ((row - 31.5) * 1e-4)).Within(1e-9), $"row {row}");
                Assert.That(side.RowPoses[row].CameraToWorld[3] - side.CameraToWorld[3], Is.EqualTo((row - 31.5) * 1e-4).Within(1e-6), $"row {row}");
            }
        }
    }

    [Test]
    public void BlurredFrames_AreRebuiltFromTheirRecordsAlone()
    {
        _runs.Render("whole", Plan());
        foreach (FrameRecord record in DatasetReader.Open(_runs.Folder("whole")).Frames().Where(frame => frame.Sample == 1))
        {
            IReadOnlyDictionary<string, PixelPlane> again = new FrameReplay(record, _runs.Assets, _runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(again.Keys, Is.EquivalentTo(record.Files.Keys));
            Assert.That(again.Select(plane => PixelDigest.Of(plane.Value)), Is.EqualTo(again.Keys.Select(name => record.Files[name].PixelsSha256)), record.Frame);
        }
    }

    [Test]
    public void MergedShards_EqualAWholeRun()
    {
        _runs.Render("whole", Plan());
        foreach (int index in (int[])[1, 2]) _runs.Render($"part-{index}", Plan(new(index, 2)));
        DatasetMerge.Merge([_runs.Folder("part-2"), _runs.Folder("part-1")], _runs.Folder("merged"));
        Assert.That(_runs.Contents("merged"), Is.EqualTo(_runs.Contents("whole")));
    }

    private RunPlan Plan(Shard? shard = null, string[]? overrides = null) =>
        _runs.Plan(request => request with { Labels = LabelSet.All, Samples = 2, Shard = shard ?? Shard.Whole, Overrides = overrides ?? [] });
}
