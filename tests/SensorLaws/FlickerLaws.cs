using SensorSim.Hosting.Characterization;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>FLK-1 to FLK-4: a rolling shutter (IMX219, 18.904 µs a row) under mains light.</summary>
public abstract class FlickerLaws : SensorLaws
{
    private const int Rows = 2464;
    private const double RowSeconds = 3448 / 182.4e6;
    private const double Modulation = 0.8;

    [Test]
    public void Flk1And2_BandsHaveThePeriodAndTheDepthOfTheFormula()
    {
        (double period, double depth, double _) = RowBands.Fit(RowMeans(1.0 / 250), 529);
        double expected = Modulation * Math.Sin(Math.PI * 0.4) / (Math.PI * 0.4);
        Assert.Multiple(() =>
        {
            Holds("FLK-1 rows per band", period, 529.00, 5.29);
            Assert.That(expected, Is.EqualTo(0.6055).Within(1e-4));
            Holds("FLK-2 depth of bands, T = 1/250 s", depth, expected, 0.02 * expected);
        });
    }

    [Test]
    public void Flk3_WholePeriodsOfExposureShowNoBands()
    {
        (double _, double depth, double _) = RowBands.Fit(RowMeans(1.0 / 100), 529);
        Holds("FLK-3 depth of bands, T = 1/100 s", depth, 0, 0.001 * Modulation);
    }

    [Test]
    public void Flk4_FromFrameToFrame_BandsMoveByTheFractionOfPeriods([Values(1.0 / 30, 0.0213, 0.0471)] double frameSeconds)
    {
        double before = RowBands.Fit(RowMeans(1.0 / 250), 529).Phase, after = RowBands.Fit(RowMeans(1.0 / 250, frameSeconds), 529).Phase;
        double cycles = 100 * frameSeconds;
        Holds("FLK-4 phase from frame to frame, error in cycles", RowBands.Between(after - before, cycles - Math.Floor(cycles)), 0, 0.01);
    }

    private double[] RowMeans(double exposureSeconds, double laterSeconds = 0)
    {
        InstalledPlugin mains = SensorBench.Catalog.Require("light.mains");
        object parameters = mains.Schema.Bind(SensorBench.Stage("light.mains", ("mains_hz", 50), ("modulation", Modulation), ("phase", 0.7)).Parameters).Parameters!;
        var flicker = FlickerLayers.Of([null, new LampWaveform((LightWaveform)mains.Instance, parameters)]);
        Exposure exposure = Exposure.Physical(0.123 + laterSeconds, exposureSeconds, RowSeconds, 2, 100);
        SensorFrame frame = SensorBench.Frame(4, Rows, exposure, flicker: flicker);
        double[] lamps = [0, 50];
        SignalImage[] layers =
        [
            .. flicker.Layers.Select((_, layer) => SensorBench.Field(4, Rows, (_, _) =>
                lamps.Select((nit, lamp) => nit * flicker.WeightsOf(lamp)[layer]).Sum())),
        ];
        SensorChain chain = SensorBench.Raw(SensorBench.ElectronCounter(("gain_dn_per_electron", 40), ("shot_noise", false)));
        SignalImage image = Run(chain, frame, layers);
        return [.. Enumerable.Range(0, Rows).Select(row => image[2, row].G)];
    }
}
