using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

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
    public void Ids_AreTracks_StableOverStepsCamerasAndSamples()
    {
        _runs.Render("whole", Plan());
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("whole")).Frames()];
        (int, string, int, int)[] TracksOf(FrameRecord frame) => [.. frame.Objects.Select(thing => (thing.InstanceId, thing.Name, thing.Node, thing.CategoryId))];
        Assert.That(frames.Select(TracksOf), Has.All.EqualTo(TracksOf(frames[0])));

        // The box that slides keeps its id where it is drawn: its pixels move by what its pose does.
        double Middle(int step) => frames.First(frame => frame is { Sample: 0, Camera: "front" } && frame.Step == step).Objects[1].BboxLoose is { } box ? box[0] + (box[2] / 2) : double.NaN;
        Assert.That(Middle(1) - Middle(0), Is.EqualTo(3 / 30.0 * 64 / 2 / Math.Tan(33 * Math.PI / 180) / 4.6).Within(0.5));
    }

    [Test]
    public void Records_HaveAmodalMasks_AndLampsWithTheirFlicker()
    {
        _runs.Render("whole", Plan());
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("whole")).Frames()];
        ObjectRecord[] seen = [.. frames.SelectMany(frame => frame.Objects).Where(thing => thing.VisiblePx > 0)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Select(thing => thing.Amodal), Has.All.Not.Null);
            Assert.That(seen.Where(thing => thing.Truncation > 0).Select(thing => thing.BboxAmodal![2] * thing.BboxAmodal[3]), Has.All.Positive);
            Assert.That(frames.Select(frame => frame.Lights!.Select(lamp => lamp.Name)), Has.All.EqualTo(new[] { "ceiling_1", "ceiling_2" }));
            Assert.That(frames.Select(frame => frame.Lights![0].Level), Has.All.EqualTo(1.0), "steady");
            Assert.That(frames.Select(frame => frame.Lights![1].Level), Has.All.InRange(0.2, 1.8).And.Some.Not.EqualTo(1.0), "mains");
            Assert.That(frames.Select(frame => frame.Lights![1].Intensity), Is.EqualTo(frames.Select(frame => 300 * (double)frame.Draws["lights.ceiling_2.intensity"]!)).Within(1e-6));
        }
    }

    [Test]
    public void Keypoints_GoAlongWithTheirObject()
    {
        _runs.Render("whole", Plan());
        var dataset = DatasetReader.Open(_runs.Folder("whole"));
        FrameRecord[] frames = [.. dataset.Frames().Where(frame => frame is { Sample: 0, Camera: "front" })];
        DatasetSkeleton skeleton = dataset.Description.Plan.Skeletons!.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((skeleton.InstanceId, skeleton.Name, skeleton.Keypoints), Is.EqualTo((2, "box_1", new[] { "lid", "base" })));
            Assert.That(skeleton.Edges, Is.EqualTo(new[] { new[] { 0.0, 1 } }));
            foreach (FrameRecord frame in frames)
            {
                Matrix4x4d toCamera = Matrix4x4d.FromRowMajor(frame.CameraToWorld).InverseAffine() * Matrix4x4d.FromRowMajor(frame.Objects[1].ObjectToWorld);
                Vector3d lid = toCamera.TransformPoint(new(0, 0.5, 0));
                KeypointRecord point = frame.Objects[1].Keypoints![0];
                Assert.That(point.PositionM, Is.EqualTo(new[] { lid.X, lid.Y, lid.Z }).Within(1e-9));
                Assert.That(point.Pixel![0], Is.EqualTo((frame.Intrinsics.Fx * lid.X / lid.Z) + frame.Intrinsics.Cx).Within(1e-9));
                Assert.That(frame.Objects[1].Keypoints!.Select(p => p.Visibility), Is.EqualTo(new[] { 2, 1 }), "the lid is seen, the middle of the base is not");
            }
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
                // The middle row is exposed around the instant of the labels.
                Acceptance.Holds("RS-3 instant of a row less its exposure's, s", side.RowPoses![row].TimeS - (side.TimeS + ((row - 31.5) * 1e-4)), 0, 1e-9, "64 rows");
                Assert.That(side.RowPoses[row].CameraToWorld[3] - side.CameraToWorld[3], Is.EqualTo((row - 31.5) * 1e-4).Within(1e-6), $"row {row}");
            }
        }
    }

    [Test]
    public void LabelsByRow_AgreeWithOneAnother_AndKeypointsLieOnTheirObject()
    {
        const double RowTime = 1e-3, Speed = 3;
        _runs.Render("rows", _runs.Plan(request => request with
        {
            Labels = LabelSet.All & ~LabelSet.BetweenInstants,
            Samples = 1,
            Overrides = ["label_time=per_row", $"cameras.front.exposure={{f_number: 2, time_s: 0.004, row_time_s: {RowTime}}}", $"cameras.side.exposure={{f_number: 2, time_s: 0.004, row_time_s: {RowTime}}}"],
        }));
        Assert.That(DatasetVerifier.Verify(_runs.Folder("rows"), []).Findings, Is.Empty, "boxes, counts, masks and keypoints agree with the images");
        var dataset = DatasetReader.Open(_runs.Folder("rows"));
        foreach (FrameRecord frame in dataset.Frames())
        {
            ObjectRecord box = frame.Objects[1];
            KeypointRecord lid = box.Keypoints![0];
            Assert.That(frame.LabelTime, Is.EqualTo(FrameRecord.PerRow));
            Assert.That(lid.TimeS, Is.EqualTo(frame.TimeS + ((lid.Pixel![1] - ((frame.Height - 1) / 2.0)) * RowTime)).Within(4 * RowTime), "the row's instant, to a tenth of a pixel");
            if (frame is { Camera: "front", Step: 1 })
            {
                // Before the animation begins nothing moves. The box slides along X, in metres per second, and the lid is seen where it is at its row's instant.
                Matrix4x4d toCamera = Matrix4x4d.FromRowMajor(frame.CameraToWorld).InverseAffine();
                Vector3d world = Matrix4x4d.FromRowMajor(box.ObjectToWorld).TransformPoint(new(0, 0.5, 0)) + new Vector3d(Speed * (lid.TimeS!.Value - frame.TimeS), 0, 0);
                Vector3d then = toCamera.TransformPoint(world);
                Assert.That(lid.Pixel[0], Is.EqualTo((frame.Intrinsics.Fx * then.X / then.Z) + frame.Intrinsics.Cx).Within(1e-3));
                Assert.That(lid.Visibility, Is.EqualTo(KeypointRecord.Visible));
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
