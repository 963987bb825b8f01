using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Characterization;

/// <summary>How sharp a chain is: a slanted edge in front of it, and the contrast of its raw numbers in each colour.</summary>
/// <param name="Colors">Contrast of red, green and blue samples, or of the clear ones of a sensor without filters.</param>
/// <param name="Expected">What optics and square pixels leave of the contrast in green, by formula; null where a stage has none.</param>
public sealed record EdgeResponse(IReadOnlyDictionary<FilterColor, ContrastCurve> Colors, ContrastCurve? Expected)
{
    private const int Frames = 32;
    private const int HalfWidth = 12;

    /// <summary>Shares of the light that saturates: the numbers stay between black and white.</summary>
    private const double Dark = 0.08;
    private const double Bright = 0.75;

    /// <summary>The colour to look at first.</summary>
    public FilterColor Main => Colors.ContainsKey(FilterColor.Green) ? FilterColor.Green : Colors.Keys.First();

    /// <summary>Takes the frames and measures.</summary>
    public static EdgeResponse Of(SensorUnderTest sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        Exposure exposure = Exposure.Physical(0, 0.01, 0, 2, 100);
        double saturation = sensor.Chain.SaturationLuxSeconds(100) / exposure.LuxSecondsPerNit, middle = (sensor.Side - 1) / 2.0;
        var edge = new SlantedEdge(middle + 0.2, middle - 0.2, HalfWidth);
        double[] sums = [];
        sensor.Show((x, y) => saturation * (Dark + ((Bright - Dark) * edge.Coverage(x, y))) * new Rgb(1, 1, 1));
        for (int i = 0; i < Frames; i++)
        {
            ushort[] samples = sensor.Expose(exposure).Samples;
            sums = i == 0 ? new double[samples.Length] : sums;
            for (int j = 0; j < samples.Length; j++)
            {
                sums[j] += samples[j];
            }
        }

        ILookup<FilterColor, int> colors = Enumerable.Range(0, sums.Length).ToLookup(i => ColorOf(sensor, i));
        return new(
            colors.ToDictionary(color => color.Key, color => edge.Measure(color.Select(i => Sample(sensor, sums, i)))),
            ExpectedContrast.Of(sensor.Chain));
    }

    private static FilterColor ColorOf(SensorUnderTest sensor, int i)
    {
        (int row, int column) = Math.DivRem(i / sensor.Chain.OutputChannels, sensor.Side);
        return sensor.Chain.Layout == SampleLayout.Mosaic ? sensor.Chain.Filters!.At(column, row) : (FilterColor)(i % sensor.Chain.OutputChannels);
    }

    private static (double X, double Y, double Value) Sample(SensorUnderTest sensor, double[] sums, int i)
    {
        (int row, int column) = Math.DivRem(i / sensor.Chain.OutputChannels, sensor.Side);
        return (column, row, sums[i] / Frames);
    }
}
