using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Cameras that samples draw: a frame is the one that a camera written like that takes, and it comes back from its record.</summary>
public sealed class CameraDrawRunTests : GpuFixture
{
    private const string Head = """
        scenario: drawn
        version: 1.0.0
        intent: { failure_mode: lens, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        environment: { hdr: builtin:studio, intensity: 2 }
        labels: [rgb, depth, instance, clean]
        """;

    private const string Drawn = """
        cameras:
          - name: front
            width: 64
            height: 48
            hfov_deg: 66
            pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }
            exposure: { f_number: 1.4, time_s: 0.005, iso: 1250 }
            focus: { distance_m: 3, focal_length_mm: 8 }
            sensor: [ { use: lens.brown-conrady }, { use: camera.blur }, { use: camera.noise } ]
        cousins:
          count: 4
          seed: 7
          vary:
            "cameras.front.exposure.time_s": [0.002, 0.004]
            "cameras.front.exposure.iso": [400, 1600]
            "cameras.front.exposure.f_number": [1.4, 2]
            "cameras.front.exposure.row_time_s": [0, 4.0e-5]
            "cameras.front.focus.distance_m": { uniform: [2, 6] }
            "cameras.*.hfov_deg": { uniform: [50, 66] }
            "cameras.front.sensor.lens.brown-conrady.k1": { uniform: [-0.2, 0.1] }
            "cameras.front.sensor.camera.noise.read_noise_electrons": [0, 3]
            "cameras.front.sensor.camera.blur.sigma_px": { uniform: [0.4, 1.5] }
        """;

    [Test]
    public void ADrawnCamera_TakesTheFrameOfAWrittenOne()
    {
        using var drawn = new SmallRuns(Device) { Scenario = $"{Head}\n{Drawn}" };
        drawn.Render("drawn");
        foreach (FrameRecord record in DatasetReader.Open(drawn.Folder("drawn")).Frames())
        {
            using var written = new SmallRuns(Device) { Scenario = $"{Head}\n{Written(record.Draws)}" };
            written.Render("written");
            FrameRecord same = DatasetReader.Open(written.Folder("written")).Frames().Single(other => other.Sample == record.Sample);
            Assert.That(Digests(same), Is.EqualTo(Digests(record)), record.Frame);
        }
    }

    [Test]
    public void EveryFrame_IsRebuiltFromItsRecordAlone()
    {
        using var runs = new SmallRuns(Device) { Scenario = $"{Head}\n{Drawn}" };
        runs.Render("drawn");
        FrameRecord[] records = [.. DatasetReader.Open(runs.Folder("drawn")).Frames()];
        Assert.That(records.Select(record => record.Intrinsics.Distortion["k1"]).Distinct().Count(), Is.EqualTo(4));
        foreach (FrameRecord record in records)
        {
            IReadOnlyDictionary<string, PixelPlane> planes = new FrameReplay(record, runs.Assets, runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(planes.ToDictionary(plane => plane.Key, plane => PixelDigest.Of(plane.Value), StringComparer.Ordinal), Is.EqualTo(Digests(record)), record.Frame);
        }
    }

    [Test]
    public void TwiceTheTime_GivesTwiceTheElectrons()
    {
        using var runs = new SmallRuns(Device)
        {
            Scenario = $$"""
                {{Head.Replace("labels: [rgb, depth, instance, clean]", "labels: [rgb]", StringComparison.Ordinal)}}
                cameras:
                  - name: front
                    width: 64
                    height: 48
                    hfov_deg: 66
                    pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }
                    exposure: { f_number: 1, time_s: 0.005 }
                    sensor: [ { use: camera.noise, shot_noise: false, read_noise_electrons: 0, dark_current_electrons_per_second: 0, black_level_dn: 0, bits: 16, gain_dn_per_electron: 1, full_well_electrons: 60000 } ]
                    output: raw
                cousins:
                  count: 6
                  vary: { cameras.front.exposure.time_s: [0.1, 0.2] }
                """,
        };
        runs.Render("raw");
        FrameRecord[] records = [.. DatasetReader.Open(runs.Folder("raw")).Frames()];
        double[][] means = [.. records.GroupBy(record => record.Exposure.DurationS).OrderBy(group => group.Key).Select(group => group.Select(record => MeanOf(runs.Folder("raw"), record)).ToArray())];
        Assert.That(means, Has.Length.EqualTo(2));
        Assert.That(means[0].Distinct().Count(), Is.EqualTo(1));
        Assert.That(means[1].Distinct().Count(), Is.EqualTo(1));
        Assert.That(means[0][0], Is.GreaterThan(500));
        Assert.That(means[1][0] / means[0][0], Is.EqualTo(2).Within(1e-3));
    }

    private static Dictionary<string, string> Digests(FrameRecord record) => record.Files.ToDictionary(file => file.Key, file => file.Value.PixelsSha256, StringComparer.Ordinal);

    private static double MeanOf(string folder, FrameRecord record)
    {
        PixelPlane plane = ImageReader.Decode(File.ReadAllBytes(Path.Combine(folder, record.Files["rgb"].Path)));
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span).ToArray().Average(value => (double)value);
    }

    private static string Written(IReadOnlyDictionary<string, JsonNode?> draws)
    {
        string Value(string name) => ((double)draws[$"cameras.front.{name}"]!).ToString("R", CultureInfo.InvariantCulture);
        return $$"""
            cameras:
              - name: front
                width: 64
                height: 48
                hfov_deg: {{Value("hfov_deg")}}
                pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }
                exposure: { f_number: {{Value("exposure.f_number")}}, time_s: {{Value("exposure.time_s")}}, iso: {{Value("exposure.iso")}}, row_time_s: {{Value("exposure.row_time_s")}} }
                focus: { distance_m: {{Value("focus.distance_m")}}, focal_length_mm: 8 }
                sensor:
                  - { use: lens.brown-conrady, k1: {{Value("sensor.lens.brown-conrady.k1")}} }
                  - { use: camera.blur, sigma_px: {{Value("sensor.camera.blur.sigma_px")}} }
                  - { use: camera.noise, read_noise_electrons: {{Value("sensor.camera.noise.read_noise_electrons")}} }
            cousins: { count: 4, seed: 7 }
            """;
    }
}
