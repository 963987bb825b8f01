using System.Numerics;

namespace SensorSim.GpuTests.Rendering;

/// <summary>What an image of a vertical edge says of its blur, pixels.</summary>
internal static class LineSpread
{
    /// <summary>Derivative of the edge's profile, averaged over rows, as a density.</summary>
    public static double[] Of(RenderedView view)
    {
        double[] profile = [.. Enumerable.Range(0, view.Width).Select(x => Enumerable.Range(0, view.Height).Average(y => (double)view.RadianceAt(x, y).X))];
        double[] spread = [.. Enumerable.Range(1, view.Width - 1).Select(x => profile[x - 1] - profile[x])];
        double sum = spread.Sum();
        return [.. spread.Select(value => value / sum)];
    }

    /// <summary>Of a density, square pixels.</summary>
    public static double Variance(double[] density)
    {
        double mean = density.Select((value, x) => value * x).Sum();
        return density.Select((value, x) => value * (x - mean) * (x - mean)).Sum();
    }

    /// <summary>The frequency near a guess, cycles per pixel, at which the transfer is least.</summary>
    public static double FirstZero(double[] spread, double guess)
    {
        double Transfer(double frequency)
        {
            Complex sum = Complex.Zero;
            for (int x = 0; x < spread.Length; x++)
            {
                sum += spread[x] * Complex.Exp(new(0, -2 * Math.PI * frequency * x));
            }

            return sum.Magnitude;
        }

        return Enumerable.Range(-200, 401).Select(i => guess * (1 + (i / 2000.0))).MinBy(Transfer);
    }
}
