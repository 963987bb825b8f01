using System.Numerics;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Lamps that a scenario adds, in datasets: the same pixels as lamps of a file, none of those that a sample does not have, and frames that come back from their records.</summary>
public sealed class AddedLampRunTests : GpuFixture
{
    private const string Head = """
        scenario: lit
        version: 1.0.0
        intent: { failure_mode: light, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        cameras: [ { name: front, width: 64, height: 48, hfov_deg: 66, pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }, exposure: { f_number: 1.4, time_s: 0.005, iso: 400, row_time_s: 4.0e-5 } } ]
        labels: [rgb]
        """;

    [Test]
    public void The_Same_Lamp_Of_A_File_Gives_The_Same_Pixels()
    {
        // Red at half of sRGB's scale, channels that the file has as linear numbers.
        const string Added = "lamps: [ { name: work, kind: spot, at: [1.5, 2, 1], azimuth_deg: 30, elevation_deg: 50, intensity_cd: 900, inner_deg: 10, outer_deg: 35, range_m: 9, radius_m: 0.05, color: \"#ff0000\" } ]";
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 6) * Quaterniond.FromAxisAngle(Vector3d.UnitX, -50 * (Math.PI / 180));
        var light = new Light { Kind = LightKind.Spot, Intensity = 900, InnerConeAngle = 10 * (Math.PI / 180), OuterConeAngle = 35 * (Math.PI / 180), Range = 9, RadiusMetres = 0.05, Color = Vector3.UnitX };
        Scene twin = SmallScene.Scene;
        Scene written = twin with { Lights = [.. twin.Lights, light], Nodes = [.. twin.Nodes, new("work", null, Matrix4x4d.FromTrs(new(1.5, 2, 1), turn, new(1, 1, 1)), null, twin.Lights.Count, null, null, true)] };

        FrameRecord added = Rendered(Added).Single(), ofFile = Rendered("", GlbWriter.Write(written)).Single(), without = Rendered("").Single();

        Assert.That(Digest(added), Is.EqualTo(Digest(ofFile)));
        Assert.That(Digest(added), Is.Not.EqualTo(Digest(without)), "it shines into the picture");
        LightRecord lamp = added.Lights![^1];
        Assert.That((lamp.Name, lamp.Kind, lamp.Intensity, lamp.Unit, lamp.RangeM), Is.EqualTo(("work", "spot", 900.0, "cd", (double?)9)));
    }

    [Test]
    public void A_Lamp_That_A_Sample_Does_Not_Have_Is_Not_There()
    {
        string Tubes(int count) => FormattableString.Invariant($"lamps: [ {{ name: tube, kind: point, at: [-1, 2, 1], step: [1, 0, 0], count: {count}, intensity_cd: 300, flicker: {{ modulation: 0.7 }} }} ]");
        Scene twin = SmallScene.Scene;
        Scene darker = twin with { Nodes = [.. twin.Nodes.Where(node => node.Name != "ceiling_2")] };

        string one = Digest(Rendered($"{Tubes(3)}\ncousins: {{ vary: {{ lights.tube.count: 1 }} }}").Single());
        Assert.That(one, Is.EqualTo(Digest(Rendered($"{Tubes(1)}").Single())));
        Assert.That(one, Is.Not.EqualTo(Digest(Rendered(Tubes(3)).Single())));
        Assert.That(Digest(Rendered("cousins: { vary: { lights.ceiling_2.present: false } }").Single()), Is.EqualTo(Digest(Rendered("", GlbWriter.Write(darker)).Single())));
    }

    [Test]
    public void Counts_And_Waveforms_Are_Drawn_And_Come_Back()
    {
        using SmallRuns runs = Runs("""
            lamps: [ { name: tube, kind: point, at: [-1, 2, 1], step: [1, 0, 0], count: 3, intensity_cd: 300 }, { name: sun, kind: directional, elevation_deg: 40, azimuth_deg: 20, intensity_lx: 90, color_temperature_k: 5000 } ]
            cousins: { count: 12, seed: 3, vary: { lights.tube.count: [0, 1, 3], "lights.*.flicker": [steady, { use: light.pwm, frequency_hz: 200, duty: 0.5 }, { modulation: 0.9 }] } }
            """);
        runs.Render("drawn");
        FrameRecord[] frames = [.. DatasetReader.Open(runs.Folder("drawn")).Frames()];

        foreach (FrameRecord frame in frames)
        {
            int count = (int)frame.Draws["lights.tube.count"]!;
            Assert.That(frame.Lights!.Select(light => light.Name), Is.EqualTo(new[] { "ceiling_1", "ceiling_2", "tube_1", "tube_2", "tube_3", "sun" }.Where((_, i) => i is < 2 or 5 || i - 1 <= count)), frame.Frame);
            Assert.That(frame.Lights!.Select(light => light.Waveform), Is.EqualTo(frame.Lights!.Select(light => PluginOf((string)frame.Draws[$"lights.{light.Name}.flicker"]!))), frame.Frame);
            IReadOnlyDictionary<string, PixelPlane> again = new FrameReplay(frame, runs.Assets, runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(PixelDigest.Of(again["rgb"]), Is.EqualTo(Digest(frame)), frame.Frame);
        }

        Assert.That(frames.Select(frame => (int)frame.Draws["lights.tube.count"]!).Distinct().Count(), Is.EqualTo(3), "enough samples to see each");
        Assert.That(frames[0].Provenance.Plugins.Keys, Is.SupersetOf(new[] { "light.mains", "light.pwm" }));
        Assert.That(DatasetVerifier.Verify(runs.Folder("drawn"), []).Findings, Is.Empty);
    }

    [TestCase("lamps=[{name: ceiling_1, kind: point, intensity_cd: 1}]", "lamps[0].name: there is already a lamp 'ceiling_1'")]
    [TestCase("lamps=[{name: a, kind: point, intensity_cd: 1, flicker: {use: light.pmw}}]", "'light.pmw' is no installed light plugin")]
    [TestCase("cousins.vary.lights.ceiling_1.flicker=[steady, {use: light.pwm, duty: 3}]", "duty")]
    public void What_Cannot_Shine_Is_Named_Where_It_Is_Written(string change, string message)
    {
        using SmallRuns runs = Runs("cousins: { vary: { parameters.p: 1 } }");
        Assert.That(() => runs.Plan(request => request with { Overrides = [change] }), Throws.TypeOf<Scenes.Scenarios.ScenarioException>().With.Message.Contains(message));
    }

    private static string? PluginOf(string drawn) => drawn == "steady" ? null : drawn.Split(' ')[0];

    private static string Digest(FrameRecord record) => record.Files["rgb"].PixelsSha256;

    private static SmallRuns Runs(string rest, byte[]? glb = null) => new(Device) { Scenario = $"{Head}\n{rest}", Glb = glb ?? SmallScene.Glb };

    private static FrameRecord[] Rendered(string rest, byte[]? glb = null)
    {
        using SmallRuns runs = Runs(rest, glb);
        runs.Render("dataset");
        return [.. DatasetReader.Open(runs.Folder("dataset")).Frames()];
    }
}
