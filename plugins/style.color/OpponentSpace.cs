using MathNet.Numerics.LinearAlgebra;

namespace SensorSim.Plugins.StyleColor;

/// <summary>
/// lαβ of D. Ruderman and others, Statistics of cone responses to natural images, JOSA A 15(8), 1998, with Reinhard's matrix from RGB to cone responses; the way back is its exact inverse, so that what is not
/// changed comes back as it was. Black has no logarithm: half a code of 8 bits is the least.
/// </summary>
internal static class OpponentSpace
{
    private const double Least = 0.5 / 255;

    private static readonly double[,] s_toCones = { { 0.3811, 0.5783, 0.0402 }, { 0.1967, 0.7244, 0.0782 }, { 0.0241, 0.1288, 0.8444 } };

    private static readonly double[,] s_fromCones = Matrix<double>.Build.DenseOfArray(s_toCones).Inverse().ToArray();

    public static void From(ReadOnlySpan<float> rgb, Span<double> opponent)
    {
        Span<double> log = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            double cone = (s_toCones[i, 0] * Math.Max(Least, rgb[0])) + (s_toCones[i, 1] * Math.Max(Least, rgb[1])) + (s_toCones[i, 2] * Math.Max(Least, rgb[2]));
            log[i] = Math.Log10(cone);
        }

        opponent[0] = (log[0] + log[1] + log[2]) / Math.Sqrt(3);
        opponent[1] = (log[0] + log[1] - (2 * log[2])) / Math.Sqrt(6);
        opponent[2] = (log[0] - log[1]) / Math.Sqrt(2);
    }

    public static void To(ReadOnlySpan<double> opponent, Span<float> rgb)
    {
        double a = opponent[0] / Math.Sqrt(3), b = opponent[1] / Math.Sqrt(6), c = opponent[2] / Math.Sqrt(2);
        double l = Math.Pow(10, a + b + c), m = Math.Pow(10, a + b - c), s = Math.Pow(10, a - (2 * b));
        for (int i = 0; i < 3; i++)
        {
            rgb[i] = (float)((s_fromCones[i, 0] * l) + (s_fromCones[i, 1] * m) + (s_fromCones[i, 2] * s));
        }
    }
}
