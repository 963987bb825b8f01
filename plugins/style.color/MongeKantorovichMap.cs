using MathNet.Numerics.LinearAlgebra;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>T = Σs^-½ (Σs^½ Σt Σs^½)^½ Σs^-½ about the means, in RGB as encoded.</summary>
internal sealed class MongeKantorovichMap(IReadOnlyList<StyleTarget> targets) : IColorMap
{
    /// <summary>Variance that a picture of one colour is taken to have along a direction.</summary>
    private const double LeastVariance = 1e-8;

    private readonly ColorMoments _target = MomentsOf(targets.Select(target => target.Read()));

    public StyleImage Apply(StyleImage picture)
    {
        ColorMoments own = MomentsOf([picture]);
        Matrix<double> root = Power(own.Covariance, 0.5), inverse = Power(own.Covariance, -0.5);
        double[,] map = (inverse * Power(root * _target.Covariance * root, 0.5) * inverse).ToArray();
        Vector<double> from = own.Mean, to = _target.Mean;
        var result = new StyleImage(picture.Width, picture.Height);
        ReadOnlySpan<float> before = picture.Samples;
        Span<float> after = result.Samples;
        for (int i = 0; i < before.Length; i += 3)
        {
            double r = before[i] - from[0], g = before[i + 1] - from[1], b = before[i + 2] - from[2];
            for (int channel = 0; channel < 3; channel++)
            {
                after[i + channel] = (float)((map[channel, 0] * r) + (map[channel, 1] * g) + (map[channel, 2] * b) + to[channel]);
            }
        }

        return result;
    }

    private static Matrix<double> Power(Matrix<double> symmetric, double exponent)
    {
        var parts = ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        Vector<double> values = parts.EigenValues.Map(value => Math.Pow(Math.Max(LeastVariance, value.Real), exponent));
        return parts.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(values) * parts.EigenVectors.Transpose();
    }

    private static ColorMoments MomentsOf(IEnumerable<StyleImage> pictures)
    {
        var moments = new ColorMoments();
        Span<double> colour = stackalloc double[3];
        foreach (StyleImage picture in pictures)
        {
            for (int i = 0; i < picture.Samples.Length; i += 3)
            {
                (colour[0], colour[1], colour[2]) = (picture.Samples[i], picture.Samples[i + 1], picture.Samples[i + 2]);
                moments.Add(colour);
            }
        }

        return moments;
    }
}
