using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>FLK-1 to FLK-3: a rolling shutter (IMX219, 18.904 µs a row) under mains light.</summary>
public abstract class FlickerLaws : SensorLaws
{
    private const int Rows = 2464;
    private const double RowSeconds = 3448 / 182.4e6;
    private const double Modulation = 0.8;

    [Test]
    public void Flk1And2_BandsHaveThePeriodAndTheDepthOfTheFormula()
    {
        (double period, double depth) = Fit(RowMeans(1.0 / 250), 529);
        double expected = Modulation * Math.Sin(Math.PI * 0.4) / (Math.PI * 0.4);
        Assert.Multiple(() =>
        {
            Assert.That(period, Is.EqualTo(529.00).Within(1).Percent);
            Assert.That(expected, Is.EqualTo(0.6055).Within(1e-4));
            Assert.That(depth, Is.EqualTo(expected).Within(2).Percent);
        });
    }

    [Test]
    public void Flk3_WholePeriodsOfExposureShowNoBands()
    {
        (double _, double depth) = Fit(RowMeans(1.0 / 100), 529);
        Assert.That(depth, Is.LessThan(0.001 * Modulation));
    }

    private double[] RowMeans(double exposureSeconds)
    {
        InstalledPlugin mains = SensorBench.Catalog.Require("light.mains");
        object parameters = mains.Schema.Bind(SensorBench.Stage("light.mains", ("mains_hz", 50), ("modulation", Modulation), ("phase", 0.7)).Parameters).Parameters!;
        var flicker = FlickerLayers.Of([null, new LampWaveform((LightWaveform)mains.Instance, parameters)]);
        Exposure exposure = Exposure.Physical(0.123, exposureSeconds, RowSeconds, 2, 100);
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

    // Least squares of mean + a cos + b sin, over trial periods around a guess.
    private static (double Period, double Depth) Fit(double[] rows, double guess)
    {
        (double Period, double Depth, double Residual) best = (0, 0, double.PositiveInfinity);
        for (double period = 0.9 * guess; period < 1.1 * guess; period += guess / 4000)
        {
            (double depth, double residual) = FitAt(rows, period);
            best = residual < best.Residual ? (period, depth, residual) : best;
        }

        return (best.Period, best.Depth);
    }

    private static (double Depth, double Residual) FitAt(double[] rows, double period)
    {
        double[,] normal = new double[3, 4];
        for (int row = 0; row < rows.Length; row++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * row / period);
            double[] terms = [1, cos, sin, rows[row]];
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 4; j++)
                {
                    normal[i, j] += terms[i] * terms[j];
                }
            }
        }

        double[] solution = Solve(normal);
        double residual = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * row / period);
            double error = rows[row] - solution[0] - (solution[1] * cos) - (solution[2] * sin);
            residual += error * error;
        }

        return (Math.Sqrt((solution[1] * solution[1]) + (solution[2] * solution[2])) / solution[0], residual);
    }

    private static double[] Solve(double[,] system)
    {
        for (int pivot = 0; pivot < 3; pivot++)
        {
            for (int row = 0; row < 3; row++)
            {
                double factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (int column = pivot; column < 4; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [system[0, 3] / system[0, 0], system[1, 3] / system[1, 1], system[2, 3] / system[2, 2]];
    }
}
