namespace SensorSim.Plugins.StyleColor;

/// <summary>How numbers in a range are distributed, in bins that are fine enough for any picture: 4096, a sixteenth of a code of 8 bits.</summary>
/// <param name="least">End of the range.</param>
/// <param name="most">The other end.</param>
internal sealed class ValueDistribution(double least, double most)
{
    private const int Bins = 4096;

    private readonly double[] _counts = new double[Bins];
    private readonly double[] _upTo = new double[Bins + 1];
    private double _total;

    public void Add(double value) => _counts[BinOf(value)]++;

    /// <summary>To be called when all numbers are there.</summary>
    public void Complete()
    {
        for (int bin = 0; bin < Bins; bin++)
        {
            _upTo[bin + 1] = _upTo[bin] + _counts[bin];
        }

        _total = _upTo[Bins];
    }

    /// <summary>Share of the numbers that are smaller; of those in the same bin, half.</summary>
    public double RankOf(double value)
    {
        int bin = BinOf(value);
        return (_upTo[bin] + (_counts[bin] / 2)) / _total;
    }

    /// <summary>The number that this share of the others is smaller than.</summary>
    public double AtRank(double rank)
    {
        double count = Math.Clamp(rank, 0, 1) * _total;
        int bin = Array.BinarySearch(_upTo, count);
        bin = Math.Clamp(bin < 0 ? ~bin - 1 : bin, 0, Bins - 1);
        double within = _counts[bin] > 0 ? (count - _upTo[bin]) / _counts[bin] : 0.5;
        return least + ((bin + within) * (most - least) / Bins);
    }

    private int BinOf(double value) => Math.Clamp((int)((value - least) / (most - least) * Bins), 0, Bins - 1);
}
