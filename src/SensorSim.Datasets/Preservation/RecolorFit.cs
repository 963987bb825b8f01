using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SensorSim.Datasets.Preservation;

/// <summary>
/// What recolouring and relighting make of one object: each colour after is a linear function of the colour before, its lightness squared and cubed, and lightness times a smooth function of the
/// place. Fitted robustly, so that what was put on a part of the object does not count (iteratively reweighted least squares with Cauchy's weights).
/// </summary>
internal sealed class RecolorFit
{
    private const int Terms = 13;

    // Terms and three colours.
    private const int Columns = 16;
    private const int Samples = 400;
    private const int Rounds = 6;

    // First colour alone, which finds what is put on a part of the object; then place too, which could follow it.
    private const int ColorRounds = 2;
    private const int ColorTerms = 5;
    private const double TrustInClipped = 0.003;
    private const double Dark = 0.004, Bright = 0.996;
    private const double Ridge = 1e-5;

    private readonly double[] _coefficients = new double[3 * Terms];
    private readonly float _x, _y, _scale;
    private readonly int _width;

    private RecolorFit(InstanceMap map, ReadOnlySpan<int> pixels)
    {
        _width = map.Width;
        (int left, int right) = (int.MaxValue, 0);
        foreach (int pixel in pixels)
            (left, right) = (Math.Min(left, pixel % _width), Math.Max(right, pixel % _width));
        int top = pixels[0] / _width, bottom = pixels[^1] / _width;
        (_x, _y, _scale) = ((left + right) / 2f, (top + bottom) / 2f, 2f / Math.Max(1, Math.Max(right - left, bottom - top)));
    }

    /// <param name="before">The picture.</param>
    /// <param name="after">Restyled.</param>
    /// <param name="map">Ids.</param>
    /// <param name="pixels">Of the object, away from its edges; at least one.</param>
    public static RecolorFit Of(ColorImage before, ColorImage after, InstanceMap map, ReadOnlySpan<int> pixels)
    {
        var fit = new RecolorFit(map, pixels);
        fit.Solve(before, after, pixels);
        return fit;
    }

    /// <summary>What the fit leaves of some pixels, per channel; its own value is clipped as a picture is.</summary>
    /// <param name="before">The picture.</param>
    /// <param name="after">Restyled.</param>
    /// <param name="pixels">Where.</param>
    /// <param name="residuals">Three planes of the picture's size.</param>
    public void Residuals(ColorImage before, ColorImage after, ReadOnlySpan<int> pixels, float[][] residuals)
    {
        Span<float> c = stackalloc float[Terms];
        for (int k = 0; k < 3; k++)
        {
            float[] r = before.Channels[0], g = before.Channels[1], b = before.Channels[2], found = after.Channels[k], residual = residuals[k];
            for (int j = 0; j < Terms; j++)
                c[j] = (float)_coefficients[(k * Terms) + j];
            foreach (int i in pixels)
            {
                float light = (r[i] + g[i] + b[i]) / 3, x = ((i % _width) - _x) * _scale, y = ((i / _width) - _y) * _scale;
                float shading = (c[4] * light) + (c[12] * light * light) + (c[7] * x) + (c[8] * y) + (c[9] * x * x) + (c[10] * x * y) + (c[11] * y * y);
                float value = c[0] + (c[1] * r[i]) + (c[2] * g[i]) + (c[3] * b[i]) + (c[5] * x) + (c[6] * y) + (light * shading);
                residual[i] = found[i] - Math.Clamp(value, 0, 1);
            }
        }
    }

    private void Describe(ColorImage image, int pixel, Span<double> terms)
    {
        float r = image.Channels[0][pixel], g = image.Channels[1][pixel], b = image.Channels[2][pixel], light = (r + g + b) / 3;
        float x = ((pixel % _width) - _x) * _scale, y = ((pixel / _width) - _y) * _scale;
        (terms[0], terms[1], terms[2], terms[3], terms[4]) = (1, r, g, b, light * light);
        (terms[5], terms[6]) = (x, y);
        terms[12] = light * light * light;
        (terms[7], terms[8], terms[9], terms[10], terms[11]) = (light * x, light * y, light * x * x, light * x * y, light * y * y);
    }

    private void Solve(ColorImage before, ColorImage after, ReadOnlySpan<int> pixels)
    {
        int step = Math.Max(1, pixels.Length / Samples), count = (pixels.Length + step - 1) / step;
        double[] rows = new double[count * Columns], weights = new double[count], errors = new double[count];
        for (int i = 0; i < count; i++)
        {
            int pixel = pixels[i * step];
            Describe(before, pixel, rows.AsSpan(i * Columns, Terms));
            for (int k = 0; k < 3; k++)
                rows[(i * Columns) + Terms + k] = after.Channels[k][pixel];
        }

        Array.Fill(weights, 1);
        for (int round = 0; round < Rounds; round++)
        {
            SolveWeighted(rows, weights, round < ColorRounds ? ColorTerms : Terms, isFirst: round == 0);
            for (int i = 0; i < count; i++)
                errors[i] = ErrorOf(rows.AsSpan(i * Columns, Columns));
            double median = Median(errors);
            for (int i = 0; i < count; i++)
                weights[i] = 1 / (1 + (errors[i] / ((2 * median) + 1e-5)));
        }
    }

    private double ErrorOf(ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (int k = 0; k < 3; k++)
        {
            double error = row[Terms + k] - Math.Clamp(ValueOf(row, k), 0, 1);
            sum += error * error;
        }

        return sum / 3;
    }

    private double ValueOf(ReadOnlySpan<double> row, int channel)
    {
        double value = 0;
        for (int j = 0; j < Terms; j++)
            value += _coefficients[(channel * Terms) + j] * row[j];
        return value;
    }

    // One system for three channels, unless some samples of one are clipped.
    private void SolveWeighted(double[] rows, double[] weights, int terms, bool isFirst)
    {
        double[] all = Sums(rows, weights);
        for (int k = 0; k < 3; k++)
        {
            double[]? own = Uncensored(rows, weights, k, isFirst);
            LinearSystem.Solve(own is null ? [.. all] : Sums(rows, own), terms, Columns, Terms + k, Ridge * weights.Sum(), _coefficients.AsSpan(k * Terms, terms));
        }
    }

    // A clipped sample says only that the colour is at least so bright or dark: as long as the fit says so too, it adds nothing.
    private double[]? Uncensored(double[] rows, double[] weights, int channel, bool isFirst)
    {
        double[]? own = null;
        for (int i = 0; i < weights.Length; i++)
        {
            ReadOnlySpan<double> row = rows.AsSpan(i * Columns, Columns);
            if (row[Terms + channel] is > Dark and < Bright)
                continue;
            own ??= [.. weights];
            bool isBeyond = isFirst || (row[Terms + channel] <= Dark ? ValueOf(row, channel) <= Dark : ValueOf(row, channel) >= Bright);
            own[i] *= isBeyond ? TrustInClipped : 1;
        }

        return own;
    }

    private static double[] Sums(double[] rows, double[] weights)
    {
        double[] system = new double[Terms * Columns];
        for (int i = 0; i < weights.Length; i++)
        {
            ref double row = ref rows[i * Columns];
            for (int a = 0; a < Terms; a++)
            {
                var factor = Vector256.Create(weights[i] * Unsafe.Add(ref row, a));
                ref double sums = ref system[a * Columns];
                for (nuint b = 0; b < Columns; b += (nuint)Vector256<double>.Count)
                    (Vector256.LoadUnsafe(ref sums, b) + (factor * Vector256.LoadUnsafe(ref row, b))).StoreUnsafe(ref sums, b);
            }
        }

        return system;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
