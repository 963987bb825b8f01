using System.Runtime.InteropServices;
using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Lamps that fail during an exposure, and environments that samples choose.</summary>
public sealed class LightDrawRunTests : GpuFixture
{
    private const int RowSamples = 64 * 3;

    private const string Head = """
        scenario: lit
        version: 1.0.0
        intent: { failure_mode: light, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        labels: [rgb]
        """;

    // Rows are open for 0.2 ms, one 40 us behind the other; row 23.5 is open around time 0.
    private const string Raw = """
        cameras:
          - name: front
            width: 64
            height: 48
            hfov_deg: 66
            pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }
            exposure: { f_number: 0.2, time_s: 0.0002, iso: 3200, row_time_s: 4.0e-5 }
            sensor: [ { use: camera.noise, shot_noise: false, read_noise_electrons: 0, dark_current_electrons_per_second: 0, black_level_dn: 0, bits: 16, gain_dn_per_electron: 0.1, full_well_electrons: 60000 } ]
            output: raw
        """;

    [Test]
    public void AFailingLamp_IsDarkFromTheRowThatOpensThen()
    {
        ushort[] whole = Image(""), failing = Image("cousins: { vary: { \"lights.*.fails_at_s\": [0] } }");
        Assert.That(failing[..(22 * RowSamples)], Is.EqualTo(whole[..(22 * RowSamples)]), "rows that are closed before");
        Assert.That(failing[(26 * RowSamples)..], Is.All.Zero, "rows that open after it");
        Assert.That(whole[(26 * RowSamples)..].Max(), Is.GreaterThan(10));
        int row = 24 * RowSamples;
        Assert.That(failing[row..(row + RowSamples)].Zip(whole[row..(row + RowSamples)]).All(pixel => pixel.First <= pixel.Second), Is.True);
        Assert.That(failing[row..(row + RowSamples)].Max(), Is.GreaterThan(0), "a row that is open at the instant has the light of until then");
    }

    [Test]
    public void ASampleHasTheEnvironmentThatItDraws()
    {
        using SmallRuns drawn = WithHall("environment: { hdr: builtin:studio }\ncousins: { count: 6, seed: 3, vary: { environment.hdr: [\"builtin:studio\", hall.hdr] } }");
        drawn.Render("drawn");
        FrameRecord[] records = [.. DatasetReader.Open(drawn.Folder("drawn")).Frames()];
        Assert.That(records.Select(record => (string?)record.Draws["environment.hdr"]).Distinct(StringComparer.Ordinal), Is.EquivalentTo(new[] { "builtin:studio", "hall.hdr" }));
        Assert.That(records.Select(record => record.Provenance.Assets.ContainsKey("hall.hdr")), Is.All.True);
        foreach (FrameRecord record in records.DistinctBy(record => (string?)record.Draws["environment.hdr"], StringComparer.Ordinal))
        {
            using SmallRuns written = WithHall($"environment: {{ hdr: \"{record.Draws["environment.hdr"]}\" }}\ncousins: {{ count: 1, seed: 3 }}");
            written.Render("written");
            Assert.That(records.Where(other => (string?)other.Draws["environment.hdr"] == (string?)record.Draws["environment.hdr"]).Select(Digest), Is.All.EqualTo(Digest(DatasetReader.Open(written.Folder("written")).Frames().Single())));
            IReadOnlyDictionary<string, PixelPlane> planes = new FrameReplay(record, drawn.Assets, drawn.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(PixelDigest.Of(planes["rgb"]), Is.EqualTo(Digest(record)), "replay");
        }

        Assert.That(records.Select(Digest).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(2));
    }

    private static string Digest(FrameRecord record) => record.Files["rgb"].PixelsSha256;

    private static SmallRuns WithHall(string rest)
    {
        var runs = new SmallRuns(Device) { Scenario = $"{Head}\ncameras: [ {{ name: front, width: 64, height: 48, hfov_deg: 66, pose: {{ from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }} }} ]\n{rest}" };
        byte[] pixels = [.. Enumerable.Range(0, 8).SelectMany(i => new byte[] { (byte)(40 + (20 * i)), 90, (byte)(220 - (20 * i)), 130 })];
        File.WriteAllBytes(runs.Folder("hall.hdr"), [.. "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2 +X 4\n"u8, .. pixels]);
        return runs;
    }

    private static ushort[] Image(string rest)
    {
        using var runs = new SmallRuns(Device) { Scenario = $"{Head}\n{Raw}\n{rest}" };
        runs.Render("raw");
        FrameRecord record = DatasetReader.Open(runs.Folder("raw")).Frames().Single();
        return [.. MemoryMarshal.Cast<byte, ushort>(ImageReader.Decode(File.ReadAllBytes(Path.Combine(runs.Folder("raw"), record.Files["rgb"].Path))).Bytes.Span)];
    }
}
