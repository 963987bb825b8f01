using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Hosting.Characterization;
using SensorSim.Hosting.Plugins;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>VIG-1 and FLK-1 to FLK-4 from the scene to the digital number: what the renderer makes of a lamp and of a field, and the sensor of that.</summary>
public sealed class SensorPathTests : RenderingFixture
{
    private const int Rows = 2464;
    private const double RowSeconds = 3448 / 182.4e6;
    private const double Modulation = 0.8;

    [Test]
    public void Flk1And2_BandsOfAFlickeringLampHaveThePeriodAndTheDepthOfTheFormula()
    {
        (double period, double depth, double _) = RowBands.Fit(RowMeans(1.0 / 250), 529);
        double expected = Modulation * Math.Sin(Math.PI * 0.4) / (Math.PI * 0.4);
        Acceptance.Holds("FLK-1 rows per band, from the scene on", period, 529.00, 5.29);
        Acceptance.Holds("FLK-2 depth of bands, from the scene on", depth, expected, 0.02 * expected);
    }

    [Test]
    public void Flk1And2_ThePanelOfAFlickeringLampHasTheBandsOfItsLight()
    {
        (double period, double depth, double phase) = RowBands.Fit(RowMeans(1.0 / 250, ofPanel: true), 529);
        double expected = Modulation * Math.Sin(Math.PI * 0.4) / (Math.PI * 0.4);
        Acceptance.Holds("FLK-1 rows per band, of a lamp's panel", period, 529.00, 5.29);
        Acceptance.Holds("FLK-2 depth of bands, of a lamp's panel", depth, expected, 0.02 * expected);
        Acceptance.Holds("FLK-4 phase of a lamp's panel against its light, error in cycles", RowBands.Between(phase - RowBands.Fit(RowMeans(1.0 / 250), 529).Phase, 0), 0, 0.01);
    }

    [Test]
    public void Flk3_WholePeriodsOfExposureShowNoBands() =>
        Acceptance.Holds("FLK-3 depth of bands, from the scene on", RowBands.Fit(RowMeans(1.0 / 100), 529).Depth, 0, 0.001 * Modulation);

    [Test]
    public void Flk4_FromFrameToFrame_BandsMoveByTheFractionOfPeriods([Values(1.0 / 30, 0.0213)] double frameSeconds)
    {
        double before = RowBands.Fit(RowMeans(1.0 / 250), 529).Phase, after = RowBands.Fit(RowMeans(1.0 / 250, frameSeconds), 529).Phase;
        Acceptance.Holds("FLK-4 phase, from the scene on, error in cycles", RowBands.Between(after - before, 100 * frameSeconds), 0, 0.01);
    }

    [Test]
    public void Vig1_AFlatFieldFallsOffByTheFourthPowerOfTheCosine_Once([Values(10.0, 20.0, 30.0, 40.0)] double degrees)
    {
        const double Focal = 222;
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(10, builder.Add(Material.Default with { BaseColor = new(0, 0, 0, 1), Metallic = 0, Emissive = new(50, 50, 50) })), At(0, 0, -1));
        PluginCatalog catalog = PluginCatalog.Load([Path.Combine(AppContext.BaseDirectory, "plugins"), StrangersFolder.Path]);
        StageRequest counter = SensorBench.ElectronCounter(("gain_dn_per_electron", 40), ("shot_noise", false));
        StageRequest[] vignetted = [SensorBench.Stage("stranger.vignette", ("focal_px", Focal)), counter];
        int offset = (int)Math.Round(Focal * Math.Tan(degrees * Math.PI / 180));
        double expected = Math.Pow(Math.Cos(Math.Atan(offset / Focal)), 4);
        foreach ((StageRequest[] stages, double ratio) in ((StageRequest[], double)[])[(vignetted, expected), ([counter], 1)])
        {
            ushort[] field = Capture(builder.Build(), Camera(401, 5, Focal), SensorChain.Build(catalog.Plugins, stages, SensorOutput.Raw), SensorBench.Frame(401, 5), null);
            double At(int column) => field[(3 * ((2 * 401) + column)) + 1];
            Acceptance.Holds("VIG-1 share of the middle's light, from the scene on", At(200 + offset) / At(200), ratio, 0.005 * ratio);
            Acceptance.Holds("VIG-1 share of the middle's light, from the scene on", At(200 - offset) / At(200), ratio, 0.005 * ratio);
        }
    }

    // A wall under a lamp on the mains, seen row by row; or a panel that shows the lamp's light and is not lit by it.
    private static double[] RowMeans(double exposureSeconds, double laterSeconds = 0, bool ofPanel = false)
    {
        InstalledPlugin mains = SensorBench.Catalog.Require("light.mains");
        object parameters = mains.Schema.Bind(SensorBench.Stage("light.mains", ("mains_hz", 50), ("modulation", Modulation), ("phase", 0.7)).Parameters).Parameters!;
        var flicker = FlickerLayers.Of([new LampWaveform((LightWaveform)mains.Instance, parameters)]);
        var builder = new SceneBuilder();
        Material seen = ofPanel ? Material.Default with { BaseColor = new(0, 0, 0, 1), Metallic = 0, Emissive = new(50, 50, 50), GlowOf = "lamp0" } : Material.Default with { Metallic = 0 };
        builder.Add(Shapes.Quad(10, builder.Add(seen)), At(0, 0, -3))
            .Add(new Light { Kind = LightKind.Directional, Intensity = 160 }, Aimed(default, new(0, 0, ofPanel ? 1 : -1)));
        SensorFrame frame = SensorBench.Frame(4, Rows, Exposure.Physical(0.123 + laterSeconds, exposureSeconds, RowSeconds, 2, 100), flicker: flicker);
        SensorChain chain = SensorBench.Raw(SensorBench.ElectronCounter(("gain_dn_per_electron", 40), ("shot_noise", false)));
        ushort[] picture = Capture(builder.Build(), Camera(4, Rows, 20_000), chain, frame, [flicker.WeightsOf(0)]);
        return [.. Enumerable.Range(0, Rows).Select(row => (double)picture[(3 * ((4 * row) + 2)) + 1])];
    }

    private static ushort[] Capture(SceneInstance scene, CameraView camera, SensorChain chain, SensorFrame frame, IReadOnlyList<IReadOnlyList<double>>? layerWeights)
    {
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Labels = LabelKinds.None });
        using var runner = new SensorRunner(Device, Shaders, chain);
        var capture = new SensorCapture(runner, chain, frame);
        using FrameOutput output = renderer.Submit(new(scene, [new(camera, capture)]) { LayerWeights = layerWeights }).Wait();
        return MemoryMarshal.Cast<byte, ushort>(capture.ToPlane(output.Views[0].Consumed).Bytes.Span).ToArray();
    }
}
