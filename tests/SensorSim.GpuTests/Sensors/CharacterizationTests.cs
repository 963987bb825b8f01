using System.Text.Json.Nodes;
using SensorSim.Hosting.Characterization;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Sensors;

/// <summary>The procedure finds what a camera was configured as: gain within 1 %, read noise and full well within 2 %.</summary>
public sealed class CharacterizationTests : GpuFixture
{
    [Test]
    public void AProfilesFigures_AreFound([Values("imx219", "imx363", "imx477", "imx490")] string profile)
    {
        var use = new PluginUse(PluginUse.WholeProfile, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [PluginUse.WholeProfile] = profile });
        SensorChain chain = SensorBench.Raw([.. StageRequests.Of([use], SensorBench.Catalog)]);
        using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, chain, 512);
        (CameraFigures configured, CameraFigures fitted) = (ConfiguredFigures.Of(chain), new Emva1288(sensor).Run().Fitted);
        Assert.Multiple(() =>
        {
            Assert.That(fitted.GainDnPerElectron, Is.EqualTo(configured.GainDnPerElectron!.Value).Within(1).Percent);
            Assert.That(fitted.ReadNoiseElectrons, Is.EqualTo(configured.ReadNoiseElectrons!.Value).Within(2).Percent);
            Assert.That(fitted.FullWellElectrons, Is.EqualTo(configured.FullWellElectrons!.Value).Within(2).Percent);
            Assert.That(fitted.BlackLevelDn, Is.EqualTo(configured.BlackLevelDn!.Value).Within(0.02));
            Assert.That(fitted.PrnuPercent, configured.PrnuPercent is { } prnu ? Is.EqualTo(prnu).Within(5).Percent : Is.LessThan(0.05), "PRNU");
            Assert.That(fitted.DsnuElectrons, configured.DsnuElectrons is { } dsnu ? Is.EqualTo(dsnu).Within(5).Percent : Is.LessThan(0.2), "DSNU");
        });
    }

    [TestCase("{}")]
    [TestCase("""{ "read_noise_electrons": 9, "full_well_electrons": 6000, "gain_dn_per_electron": 0.1705, "bits": 10, "black_level_dn": 64 }""", TestName = "TheConverterClipsBeforeTheWellIsFull")]
    [TestCase("""{ "quantum_efficiency": 0.9, "pixel_pitch_um": 3, "full_well_electrons": 22000, "gain_dn_per_electron": 2.5, "bits": 16 }""", TestName = "ALargePixel")]
    public void FittedFigures_AreTheConfiguredOnes(string parameters)
    {
        StageRequest request = SensorBench.Stage("camera.noise", [.. JsonNode.Parse(parameters)!.AsObject().Select(p => (p.Key, p.Value))]);
        SensorChain chain = SensorBench.Raw(request);
        using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, chain, 512);
        (CameraFigures configured, CharacterizedCamera found) = (ConfiguredFigures.Of(chain), new Emva1288(sensor).Run());
        CameraFigures fitted = found.Fitted;
        Assert.Multiple(() =>
        {
            Assert.That(fitted.GainDnPerElectron, Is.EqualTo(configured.GainDnPerElectron!.Value).Within(1).Percent);
            Assert.That(fitted.ReadNoiseElectrons, Is.EqualTo(configured.ReadNoiseElectrons!.Value).Within(2).Percent);
            Assert.That(fitted.FullWellElectrons, Is.EqualTo(configured.FullWellElectrons!.Value).Within(2).Percent);
            Assert.That(fitted.BlackLevelDn, Is.EqualTo(configured.BlackLevelDn!.Value).Within(0.02));
            Assert.That(found.DarkCurrentElectronsPerSecond, Is.EqualTo(0.5).Within(2).Percent);
            Assert.That(fitted.PrnuPercent, Is.LessThan(0.05), "none configured");
        });
    }

    [TestCase(null, 0, 0.60335)]
    [TestCase("camera.blur", 0.7, 0.2471)]
    [TestCase("optics.psf", 0.5, null)]
    public void ASlantedEdge_HasTheContrastOfTheFormula(string? optics, double sigma, double? known)
    {
        StageRequest[] blur = optics is null ? [] : [SensorBench.Stage(optics, ("sigma_px", sigma))];
        StageRequest[] mosaic = SensorParts.Linear.With("sensor.cfa").Requests();
        foreach (StageRequest[] camera in (StageRequest[][])[[SensorBench.Stage("camera.noise")], mosaic])
        {
            using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, SensorBench.Raw([.. blur, .. camera]), 512);
            var edge = EdgeResponse.Of(sensor);
            double expected = edge.Expected!.HalfContrast()!.Value, measured = edge.Colors[edge.Main].HalfContrast()!.Value;
            Assert.That(expected, Is.EqualTo(known ?? expected).Within(1e-3));
            Acceptance.Holds($"MTF-1 characterize, {optics ?? "no optics"}, with the camera's noise", measured, expected, 0.015 * expected, "512², 32 frames");
        }
    }

    [Test]
    public void ASensorWithoutFilters_HasTheContrastOfItsClearPixels()
    {
        using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, SensorParts.Linear.With("sensor.cfa", ("pattern", "mono")).Raw(), 512);
        var edge = EdgeResponse.Of(sensor);
        Assert.That(edge.Colors.Keys, Is.EqualTo([FilterColor.Clear]));
        Assert.That(edge.Colors[edge.Main].HalfContrast(), Is.EqualTo(ContrastCurve.OfPixel).Within(1.5).Percent);
    }

    [Test]
    public void OpticsWithoutAFormula_HaveNoneBesideThem()
    {
        using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, SensorBench.Raw(SensorBench.Stage("optics.glare"), SensorBench.Stage("camera.noise")), 512);
        Assert.That(EdgeResponse.Of(sensor).Expected, Is.Null);
    }

    [TestCase("camera.noise")]
    [TestCase("sensor.cfa")]
    public void FlickerSeries_FindsFrequencyAndDepth(string use)
    {
        SensorChain chain = use == "sensor.cfa" ? SensorParts.Linear.With(use).Raw() : SensorBench.Raw(SensorBench.Stage(use));
        using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, chain, 512);
        IReadOnlyList<FlickerBands> series = FlickerBands.Series(sensor, SensorBench.Catalog.Plugins);
        Assert.Multiple(() =>
        {
            foreach (FlickerBands bands in series)
            {
                Acceptance.Holds($"FLK-2 characterize, {bands.Lamp}, {bands.ExposureSeconds} s", bands.FittedDepth, bands.ConfiguredDepth, (0.02 * bands.ConfiguredDepth) + 8e-4, "512 rows");
                Assert.That(bands.FittedHertz is null, Is.EqualTo(bands.ConfiguredDepth < 0.01), bands.Lamp);
                if (bands.FittedHertz is { } hertz)
                {
                    Acceptance.Holds($"FLK-1 characterize, {bands.Lamp}, Hz", hertz, bands.ConfiguredHertz, 0.01 * bands.ConfiguredHertz, "512 rows");
                }
            }
        });
        Assert.That(series.Count(bands => bands.FittedHertz is null), Is.EqualTo(1), "whole periods leave no bands");
    }
}
