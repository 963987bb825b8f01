using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Paths of objects that are more than themselves: one in whose place another travels, and one that the file's animation moves as well.</summary>
public sealed class PathOfOthersRunTests : GpuFixture
{
    private const double Seconds = 1.0 / 30;
    private const int Box = 2;

    private const string Base = """
        scenario: others
        version: 1.0.0
        intent: { failure_mode: occluders, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        environment: { hdr: builtin:studio, intensity: 2 }
        cameras:
          - { name: front, width: 128, height: 96, hfov_deg: 40, pose: { from: [-0.5, 1.2, 3], look_at: [-0.6, 0.5, 0] }, exposure: { f_number: 2, time_s: 0.01, iso: 800 } }
        episode: { steps: 3, frame_rate_hz: 30 }

        """;

    private const string Path = "paths: [ { object: box_1, points: [[-0.8, 0.5, 0], [2, 0.5, 0.9]], speed_m_s: 1.5 } ]\n";

    private static readonly Vector3d s_perSecond = 1.5 * new Vector3d(2.8, 0, 0.9).Normalized();

    [Test]
    public void A_Stand_In_Travels_In_Its_Place()
    {
        const string vary = "cousins: { vary: { objects.box_1.item: \"builtin:medium-box\" } }\n";
        FrameRecord still = Render(SmallScene.Glb, Base + vary, Vector3d.Zero)[0];
        FrameRecord[] frames = Render(SmallScene.Glb, Base + Path + vary, Seconds * s_perSecond);

        Vector3d place = PoseOf(still).Translation;
        foreach (FrameRecord frame in frames)
        {
            Assert.That(frame.Objects[Box - 1].Name, Is.EqualTo("box_1"));
            Assert.That((PoseOf(frame).Translation - (place + (frame.TimeS * s_perSecond))).Length, Is.LessThan(1e-9), frame.Frame);
        }
    }

    [Test]
    public void What_The_File_Moves_Moves_Along_The_Path_Too()
    {
        byte[] glb = AnimatedGlb.Of(SmallScene.Glb, new Dictionary<string, float>(StringComparer.Ordinal) { ["box_1"] = 0.5f });
        Vector3d both = s_perSecond + new Vector3d(0.5, 0, 0);

        foreach (FrameRecord frame in Render(glb, Base + Path, Seconds * both))
        {
            Assert.That((PoseOf(frame).Translation - (new Vector3d(-0.8, 0.5, 0) + (frame.TimeS * both))).Length, Is.LessThan(1e-6), frame.Frame);
        }
    }

    // Renders, holds the flow of the box to its step, and has every frame back from its record.
    private FrameRecord[] Render(byte[] glb, string scenario, Vector3d step)
    {
        using var runs = new SmallRuns(Device) { Scenario = scenario, Glb = glb };
        runs.Render("whole", runs.Plan(request => request with { Labels = LabelSet.All }));
        FrameRecord[] frames = [.. DatasetReader.Open(runs.Folder("whole")).Frames()];
        foreach (FrameRecord frame in frames)
        {
            IReadOnlyDictionary<string, PixelPlane> planes = new FrameReplay(frame, runs.Assets, runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(planes.Select(plane => PixelDigest.Of(plane.Value)), Is.EqualTo(planes.Keys.Select(name => frame.Files[name].PixelsSha256)), frame.Frame);
            Assert.That(frame.Step == 2 || ProjectedFlow.Check(frame, planes, Box, step) > 100, $"{frame.Frame}: pixels of the box");
        }

        return frames;
    }

    private static Matrix4x4d PoseOf(FrameRecord frame) => Matrix4x4d.FromRowMajor(frame.Objects[Box - 1].ObjectToWorld);
}
