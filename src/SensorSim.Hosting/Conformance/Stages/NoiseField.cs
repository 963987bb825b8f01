namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A square of random numbers with mean 0, taken apart into what rows share, what columns share, and the rest.</summary>
internal sealed class NoiseField
{
    // What is left of numbers that are equal but for rounding.
    private const double Rounding = 1e-9;

    private readonly int _side;
    private readonly double[] _values;

    private NoiseField(double[] values, int side)
    {
        (_side, _values) = (side, values);
        double mean = values.Average(), all = Power(values), power = all - (mean * mean);
        double[] rows = Means(mean, row => Enumerable.Range(0, side).Select(x => values[(row * side) + x]));
        double[] columns = Means(mean, column => Enumerable.Range(0, side).Select(y => values[(y * side) + column]));
        Rows = IsShared(rows, power, columns) ? rows : [];
        Columns = IsShared(columns, power, rows) ? columns : [];
        double level = IsByChance(mean, power) ? mean : 0;
        double[] rest = [.. values.Select((value, i) => value - level - (Rows.Length > 0 ? rows[i / side] : 0) - (Columns.Length > 0 ? columns[i % side] : 0))];
        Pixels = Power(rest) > Rounding * all ? rest : [];
    }

    /// <summary>Nothing is random.</summary>
    public bool IsEmpty => Touched == 0;

    /// <summary>Samples that are not alike.</summary>
    public int Touched => _values.Count(value => value != 0);

    /// <summary>Of single pixels, row by row; empty when there is none.</summary>
    public double[] Pixels { get; }

    /// <summary>What all pixels of a row have; empty when there is none.</summary>
    public double[] Rows { get; }

    /// <summary>What all pixels of a column have; empty when there is none.</summary>
    public double[] Columns { get; }

    /// <summary>The difference of two outputs; of three samples of a pixel the green one.</summary>
    public static NoiseField Between(float[] first, float[] second, int side, int channels)
    {
        int offset = channels == 1 ? 0 : 1;
        return new([.. Enumerable.Range(0, side * side).Select(i => Difference(first[(i * channels) + offset], second[(i * channels) + offset]))], side);
    }

    /// <summary>How far from independent two fields are, in standard errors: the largest of pixels, rows and columns.</summary>
    public double Dependence(NoiseField other) => Math.Max(
        Correlation.InStandardErrors(Pixels, other.Pixels),
        Math.Max(Correlation.InStandardErrors(Rows, other.Rows), Correlation.InStandardErrors(Columns, other.Columns)));

    /// <summary>How far from independent neighbours are, in standard errors: to the right, below and across, and of what rows and columns share.</summary>
    public double DependenceOfNeighbours() => new[]
    {
        Shifted(1, 0), Shifted(0, 1), Shifted(1, 1),
        Correlation.InStandardErrors(Rows.SkipLast(1), Rows.Skip(1)), Correlation.InStandardErrors(Columns.SkipLast(1), Columns.Skip(1)),
    }.Max();

    // Numbers that are none are another check's to find.
    private static double Difference(double first, double second) => double.IsFinite(first - second) ? first - second : 0;

    private double Shifted(int dx, int dy)
    {
        if (Pixels.Length == 0)
        {
            return 0;
        }

        (int X, int Y)[] places = [.. Enumerable.Range(0, _side - dy).SelectMany(y => Enumerable.Range(0, _side - dx).Select(x => (x, y)))];
        return Correlation.InStandardErrors(places.Select(at => Pixels[(at.Y * _side) + at.X]), places.Select(at => Pixels[((at.Y + dy) * _side) + at.X + dx]));
    }

    private double[] Means(double mean, Func<int, IEnumerable<double>> line) => [.. Enumerable.Range(0, _side).Select(i => line(i).Average() - mean)];

    // A hundred numbers of columns do not cancel. What is farther from 0 than they are by chance is a number that all pixels share, and stays in each of them.
    private bool IsByChance(double mean, double power) => mean * mean <= 25 * ((Power(Rows) / _side) + (Power(Columns) / _side) + (power / _values.Length));

    // Means of independent pixels have a part of 1/side of their power, and 3 is far beyond what chance makes of it. What the lines across share cancels in them.
    private bool IsShared(double[] means, double power, double[] across) => power > 0 && Power(means) > 3 * Math.Max(power - Power(across), Rounding * power) / _side;

    private static double Power(double[] values) => values.Length == 0 ? 0 : values.Average(value => value * value);
}
