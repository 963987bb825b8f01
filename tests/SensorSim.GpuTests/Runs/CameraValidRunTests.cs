using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>
/// What <c>valid</c> takes for the visible share of a target, from rays, beside the pixels that have its id. The camera looks straight at one face of a box, whose pixels are as many as
/// its area: a second box is in the way, or the image ends.
/// </summary>
public sealed class CameraValidRunTests : GpuFixture
{
    private const int Target = 3;
    private const double Least = 0.5;

    /// <summary>A metre by a metre, five metres before the camera.</summary>
    private const double FacePixels = 148.0 / 5 * (148.0 / 5);

    /// <summary>256 rays on the one side, the edges of some 900 pixels on the other.</summary>
    private const double Uncertainty = 0.06;

    private const string Scenario = """
        scenario: seen
        version: 1.0.0
        intent: { failure_mode: hidden goods, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        environment: { hdr: builtin:studio, intensity: 2 }
        cameras:
          - { name: front, width: 192, height: 144, fx: 148, cx: 14, pose: { from: [0.3, 0.5, 4.5], look_at: [0.3, 0.5, 0] }, exposure: { f_number: 2, time_s: 0.01, iso: 400 }VALID }
        cousins:
          count: 26
          seed: 3
          vary:
            objects.box_1.offset_x_m: { uniform: [-0.2, 2.4] }
            objects.box_1.offset_z_m: 0.9
            objects.box_3.present: false
            cameras.front.offset_x_m: { uniform: [-0.4, 0.4] }
        """;

    [Test]
    public void The_Share_From_Rays_Is_That_Of_The_Pixels()
    {
        (double Share, FrameRecord Frame)[] free = Render(""), kept = Render(", valid: { target: box_2, visible: 0.5 }");

        Assert.That(free.Count(one => one.Share < Least - Uncertainty), Is.GreaterThan(5), "some hide it");
        Assert.That(free.Count(one => one.Share > Least + Uncertainty), Is.GreaterThan(5), "some do not");
        Assert.That(kept.Select(one => one.Share), Has.All.GreaterThan(Least - Uncertainty));
        foreach (((double share, FrameRecord before), (_, FrameRecord after)) in free.Zip(kept))
        {
            if (Math.Abs(share - Least) > Uncertainty)
            {
                Assert.That(after.Redrawn?.Keys ?? [], Is.EqualTo(share > Least ? Array.Empty<string>() : ["camera front does not see its target"]), $"{before.Frame}: {share:0.###} of its pixels");
                Assert.That(TextOf(after), share > Least ? Is.EqualTo(TextOf(before)) : Is.Not.EqualTo(TextOf(before)), before.Frame);
            }
        }
    }

    // Ids counted in the image, of the pixels that the face has at that distance.
    private (double Share, FrameRecord Frame)[] Render(string valid)
    {
        using var runs = new SmallRuns(Device) { Scenario = Scenario.Replace("VALID", valid, StringComparison.Ordinal) };
        runs.Render("whole", runs.Plan(request => request with { Labels = LabelSet.Instance | LabelSet.Depth }));
        return [.. DatasetReader.Open(runs.Folder("whole")).Frames().Select(frame =>
        {
            PixelPlane ids = new FrameReplay(frame, runs.Assets, runs.Catalog).Render(Device, ProgramFolders.OpenShaders())["instance"];
            int pixels = Enumerable.Range(0, frame.Width * frame.Height).Count(i => ProjectedFlow.Sample(ids, i, 0) == Target);
            Assert.That(pixels, Is.EqualTo(frame.Objects.Single(thing => thing.InstanceId == Target).VisiblePx));
            return (pixels / FacePixels, frame);
        })];
    }

    private static string TextOf(FrameRecord frame) => string.Join(' ', frame.Draws.Select(draw => $"{draw.Key} {draw.Value}"));
}
