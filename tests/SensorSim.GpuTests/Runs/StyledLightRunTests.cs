using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Styles;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Styles in front of the sensor: light is restyled, and the sensor does the rest.</summary>
public sealed class StyledLightRunTests : GpuFixture
{
    private const string Head = """
        scenario: light
        version: 1.0.0
        intent: { failure_mode: colour, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        environment: { hdr: builtin:studio, intensity: 2 }
        cousins: { count: 2, seed: 7, vary: { "lights.*.intensity": { log_uniform: [0.35, 1.2] } } }
        labels: [rgb, depth, instance, radiance, clean, noise_variance]
        cameras:
        """;

    private const string Camera = """
          - name: front
            width: 64
            height: 48
            hfov_deg: 66
            pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }
            exposure: { f_number: 1.4, time_s: 0.005, iso: 1250 }
            sensor: [ { use: camera.blur }, { use: camera.noise } ]
        """;

    [Test]
    public void Radiance_IsTheLightThatAPictureIsMadeOf_FlickerAndAll()
    {
        using var runs = new SmallRuns(Device);
        runs.Render("flickers", runs.Plan(request => request with { Labels = LabelSet.Rgb | LabelSet.Radiance }));
        var dataset = DatasetReader.Open(runs.Folder("flickers"));
        using var sensors = new SensorReplay(Device, ProgramFolders.OpenShaders(), runs.Catalog);

        // The other camera has a sensor.
        foreach (FrameRecord record in dataset.Frames().Where(record => record.Camera == "side"))
        {
            double scale = sensors.JobOf(record).DisplayPerNit;
            byte[] expected = [.. Floats(dataset, record, "radiance").Select(nit => (byte)Math.Round(255 * SrgbCurve.Encode(nit * scale)))];
            byte[] picture = dataset.ReadImage(record.Files["rgb"]).Bytes.ToArray();
            Assert.That(expected.Zip(picture, (a, b) => Math.Abs(a - b)).Max(), Is.LessThanOrEqualTo(1), record.Frame);
            Assert.That(expected.Zip(picture).Count(pair => pair.First != pair.Second), Is.LessThan(picture.Length / 1000), "rounding at the middle between codes");
        }
    }

    [Test]
    public void AStyleThatChangesNothing_LeavesEverySample_NoiseToo()
    {
        using SmallRuns runs = Render("");

        RestyleRun(runs, strength: 0);

        Assert.That(Digests(runs, "new"), Is.EqualTo(Digests(runs, "old")));
    }

    [Test]
    public void NoiseBehindAStyle_IsThatOfTheNewLight()
    {
        using SmallRuns runs = Render("    output: raw");

        RestyleRun(runs, strength: 1);

        Assert.That(Digests(runs, "new").Values, Is.Not.EqualTo(Digests(runs, "old").Values));
        (double mean, double square) = Noise(runs, "new");
        Assert.That(mean, Is.EqualTo(0).Within(0.04));
        Assert.That(square, Is.EqualTo(1).Within(0.06));
        Assert.That(Brightness(runs, "new"), Is.Not.EqualTo(Brightness(runs, "old")).Within(2).Percent, "as many photons as before would prove nothing");
    }

    [Test]
    public void AFrame_ComesBackFromItsRecord_ThroughStyleAndSensor()
    {
        using SmallRuns runs = Render("");
        RestyleRun(runs, strength: 1);
        FrameRecord record = DatasetReader.Open(runs.Folder("new")).Frames().First();
        using var sensors = new SensorReplay(Device, ProgramFolders.OpenShaders(), runs.Catalog);
        var style = new StyleReplay(record, runs.Folder(""), runs.Catalog);

        IReadOnlyDictionary<string, PixelPlane> again = style.Of(new FrameReplay(record, runs.Assets, runs.Catalog).Render(Device, ProgramFolders.OpenShaders()), sensors);

        Assert.That(again.ToDictionary(plane => plane.Key, plane => PixelDigest.Of(plane.Value), StringComparer.Ordinal), Is.EqualTo(style.Compared().ToDictionary(file => file.Output, file => file.Sha256, StringComparer.Ordinal)));
        Assert.That(record.Style!.Single().Stage, Is.EqualTo(StyleRecord.BeforeSensor));
    }

    [Test]
    public void AScenario_GoesWithoutTheLight_UnlessItAsksForIt()
    {
        using var runs = new SmallRuns(Device) { Scenario = $"{Head.Replace("radiance, clean, noise_variance", "clean", StringComparison.Ordinal)}\n{Camera}\nstyle: {{ use: color, method: mkl, target: real.png, stage: before_sensor }}" };
        File.WriteAllBytes(runs.Folder("real.png"), Target());
        RunPlan plan = runs.Plan();
        StyledRun styled = StyledRun.Of(plan, runs.Folder("out"), resume: false)!;
        runs.Render("out.unstyled", plan);
        using var sensors = new SensorReplay(Device, ProgramFolders.OpenShaders(), runs.Catalog);

        styled.Restyle(2, sensors, null).Execute(new Progress<long>(), CancellationToken.None);

        var dataset = DatasetReader.Open(runs.Folder("out"));
        Assert.That(dataset.Frames().First().Files.Keys, Is.EqualTo(new[] { "clean", "depth", "instance", "rgb" }));
        Assert.That(dataset.Description.Plan.Settings["labels"]!.ToJsonString(), Does.Not.Contain("radiance"));
    }

    [Test]
    public void WithoutTheLight_OrBehindAnotherStyle_ItIsRefused()
    {
        using SmallRuns runs = Render("");
        runs.Render("dark", runs.Plan(request => request with { Labels = LabelSet.Rgb | LabelSet.Instance }));
        new RestyleRun(Plan(runs, "old", "after", StyleStage.AfterSensor, 1)).Execute(new Progress<long>(), CancellationToken.None);

        Assert.That(() => Plan(runs, "dark", "no", StyleStage.BeforeSensor, 1), Throws.TypeOf<RequestException>().With.Message.Contains("has no light to restyle in front of the sensor (label radiance)"));
        Assert.That(() => Plan(runs, "after", "no", StyleStage.BeforeSensor, 1), Throws.TypeOf<RequestException>().With.Message.Contains("were restyled behind the sensor"));
    }

    private static SmallRuns Render(string output)
    {
        var runs = new SmallRuns(Device) { Scenario = $"{Head}\n{Camera}\n{output}" };
        File.WriteAllBytes(runs.Folder("real.png"), Target());
        runs.Render("old");
        return runs;
    }

    private static void RestyleRun(SmallRuns runs, double strength)
    {
        using var sensors = new SensorReplay(Device, ProgramFolders.OpenShaders(), runs.Catalog);
        new RestyleRun(Plan(runs, "old", "new", StyleStage.BeforeSensor, strength)) { Sensors = sensors }.Execute(new Progress<long>(), CancellationToken.None);
    }

    private static RestylePlan Plan(SmallRuns runs, string from, string to, StyleStage stage, double strength)
    {
        var parameters = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["method"] = "mkl", ["strength"] = strength };
        var settings = new StyleSettings(new PluginUse("style.color", parameters)) { Target = "real.png", Stage = stage, Gate = StyleGate.Default with { OnFailure = GateAction.Mark } };
        return RestylePlan.Of(new(runs.Folder(from), settings, runs.Folder(""), runs.Folder(to)), runs.Catalog);
    }

    // Dim and reddish.
    private static byte[] Target()
    {
        byte[] bytes = new byte[32 * 32 * 3];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i % 3 == 0 ? 70 : 30) + (i / 3 * 37 % 60));
        }

        return new ImageWriter().Encode(new(32, 32, 3, SampleType.UInt8, bytes), ImageFormat.Png).ToArray();
    }

    private static float[] Floats(DatasetReader dataset, FrameRecord record, string output) => MemoryMarshal.Cast<byte, float>(dataset.ReadImage(record.Files[output]).Bytes.Span).ToArray();

    private static ushort[] Numbers(DatasetReader dataset, FrameRecord record, string output) => MemoryMarshal.Cast<byte, ushort>(dataset.ReadImage(record.Files[output]).Bytes.Span).ToArray();

    // Clipped samples have no noise that shows.
    private static (double Mean, double Square) Noise(SmallRuns runs, string name)
    {
        var dataset = DatasetReader.Open(runs.Folder(name));
        var noise = new List<double>();
        foreach (FrameRecord record in dataset.Frames())
        {
            float[] variance = Floats(dataset, record, "noise_variance");
            ushort[] noisy = Numbers(dataset, record, "rgb"), clean = Numbers(dataset, record, "clean");
            noise.AddRange(Enumerable.Range(0, noisy.Length).Where(i => clean[i] < 3500 && variance[i] > 0).Select(i => (noisy[i] - clean[i]) / Math.Sqrt(variance[i])));
        }

        return (noise.Average(), noise.Average(value => value * value));
    }

    private static double Brightness(SmallRuns runs, string name)
    {
        var dataset = DatasetReader.Open(runs.Folder(name));
        return dataset.Frames().Average(record => Numbers(dataset, record, "clean").Average(number => (double)number));
    }

    private static SortedDictionary<string, string> Digests(SmallRuns runs, string name) => new(
        DatasetReader.Open(runs.Folder(name)).Frames().SelectMany(record => record.Files.Select(file => KeyValuePair.Create($"{record.Frame} {file.Key}", file.Value.PixelsSha256))).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
