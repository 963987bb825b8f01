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
        Span<float> c = stackalloc float[3 * Terms];
        for (int j = 0; j < c.Length; j++)
            c[j] = (float)_coefficients[j];
        float[] r = before.Channels[0], g = before.Channels[1], b = before.Channels[2];
        foreach (int i in pixels)
        {
            (int row, int column) = Math.DivRem(i, _width);
            float light = (r[i] + g[i] + b[i]) / 3, x = (column - _x) * _scale, y = (row - _y) * _scale;
            for (int k = 0, at = 0; k < 3; k++, at += Terms)
            {
                float shading = (c[at + 4] * light) + (c[at + 12] * light * light) + (c[at + 7] * x) + (c[at + 8] * y) + (c[at + 9] * x * x) + (c[at + 10] * x * y) + (c[at + 11] * y * y);
                float value = c[at] + (c[at + 1] * r[i]) + (c[at + 2] * g[i]) + (c[at + 3] * b[i]) + (c[at + 5] * x) + (c[at + 6] * y) + (light * shading);
                residuals[k][i] = after.Channels[k][i] - Math.Clamp(value, 0, 1);
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

        int[] clear = [.. Enumerable.Range(0, count).Where(i => !IsClipped(rows.AsSpan((i * Columns) + Terms, 3)))];
        double[] sorted = new double[clear.Length];
        Array.Fill(weights, 1);
        for (int round = 0; round < Rounds; round++)
        {
            SolveWeighted(rows, weights, round < ColorRounds ? ColorTerms : Terms, isFirst: round == 0);
            for (int i = 0; i < count; i++)
                errors[i] = ErrorOf(rows.AsSpan(i * Columns, Columns));
            double median = Median(errors, clear, sorted);
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

    // Of samples that are not clipped: of an object that nearly all is, the rest says what became of its colours.
    private static double Median(double[] errors, int[] clear, double[] sorted)
    {
        if (clear.Length == 0)
            return 0;
        for (int i = 0; i < clear.Length; i++)
            sorted[i] = errors[clear[i]];
        Array.Sort(sorted);
        return sorted[clear.Length / 2];
    }

    private static bool IsClipped(ReadOnlySpan<double> color) => color[0] is <= Dark or >= Bright || color[1] is <= Dark or >= Bright || color[2] is <= Dark or >= Bright;
}
