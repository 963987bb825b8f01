using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Runs in which objects travel: poses, flow and occlusion are those of the path, and each frame comes back from its record alone.</summary>
public sealed class PathRunTests : GpuFixture
{
    private const double FramesPerSecond = 30;

    private const string Travelling = """
        scenario: travelling
        version: 1.0.0
        intent: { failure_mode: occluders, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        environment: { hdr: builtin:studio, intensity: 2 }
        cameras:
          - { name: front, width: 64, height: 48, hfov_deg: 66, pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }, exposure: { f_number: 2, time_s: 0.02, iso: 800, row_time_s: 1.0e-4 } }
        paths:
          - { object: box_1, points: [[-0.8, 0.5, 0], [2, 0.5, 0.9]], speed_m_s: 1, starts_at_s: -0.1 }
          - { object: box_3, between: { camera: front, target: box_2, share: 0.7 }, speed_m_s: 1, passes_at_s: 0.1, faces_ahead: true }
        episode: { steps: 4, frame_rate_hz: 30 }
        cousins:
          count: 2
          seed: 7
          vary:
            objects.box_1.speed_m_s: { uniform: [1, 2] }
            objects.box_3.passes_at_s: { uniform: [0.02, 0.08] }
            cameras.front.offset_x_m: { uniform: [-0.2, 0.2] }
        """;

    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin() => _runs = new(Device) { Scenario = Travelling };

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void Flow_IsTheProjectedSpeed_AndFramesComeBackFromTheirRecords()
    {
        FrameRecord[] frames = Render();
        int seen = 0;
        foreach (FrameRecord frame in frames)
        {
            IReadOnlyDictionary<string, PixelPlane> planes = new FrameReplay(frame, _runs.Assets, _runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(planes.Select(plane => PixelDigest.Of(plane.Value)), Is.EqualTo(planes.Keys.Select(name => frame.Files[name].PixelsSha256)), frame.Frame);
            seen += frame.Step < 3 ? CheckFlow(frame, planes) : 0;
        }

        Assert.That(seen, Is.GreaterThan(100), "pixels of the box");
    }

    [Test]
    public void Poses_FollowThePath_AndTheOccluderHidesItsTarget()
    {
        FrameRecord[] frames = Render();
        foreach (FrameRecord frame in frames)
        {
            double speed = (double)frame.Draws["objects.box_1.speed_m_s"]!;
            Vector3d way = new Vector3d(2.8, 0, 0.9).Normalized(), expected = new Vector3d(-0.8, 0.5, 0) + (speed * (frame.TimeS + 0.1) * way);
            Assert.That((Matrix4x4d.FromRowMajor(frame.Objects[1].ObjectToWorld).Translation - expected).Length, Is.LessThan(1e-9), frame.Frame);
        }

        foreach (IGrouping<long, FrameRecord> sample in frames.GroupBy(frame => frame.Sample))
        {
            double passes = (double)sample.First().Draws["objects.box_3.passes_at_s"]!;
            FrameRecord nearest = sample.MinBy(frame => Math.Abs(frame.TimeS - passes))!;
            Assert.That(nearest.Objects[2].Visibility, Is.LessThan(0.35), "it stands in the way");
        }

        Assert.That(DatasetVerifier.Verify(_runs.Folder("whole"), []).Findings, Is.Empty);
    }

    private FrameRecord[] Render()
    {
        _runs.Render("whole", _runs.Plan(request => request with { Labels = LabelSet.All, Samples = 2 }));
        return [.. DatasetReader.Open(_runs.Folder("whole")).Frames()];
    }

    // Every pixel of the box moves as its point does.
    private static int CheckFlow(FrameRecord frame, IReadOnlyDictionary<string, PixelPlane> planes) =>
        ProjectedFlow.Check(frame, planes, 2, (double)frame.Draws["objects.box_1.speed_m_s"]! / FramesPerSecond * new Vector3d(2.8, 0, 0.9).Normalized());
}
