namespace SensorSim.Plugins.StyleColor;

/// <summary>How numbers in a range are distributed, in bins that are fine enough for any picture: 4096, a sixteenth of a code of 8 bits.</summary>
internal sealed class ValueDistribution
{
    private const int Bins = 4096;

    private readonly double _least;
    private readonly double _binsPerUnit;
    private readonly double[] _upTo = new double[Bins + 1];

    /// <param name="values">What is distributed.</param>
    /// <param name="least">End of the range.</param>
    /// <param name="most">The other end.</param>
    public ValueDistribution(ReadOnlySpan<float> values, double least, double most)
    {
        (_least, _binsPerUnit) = (least, Bins / (most - least));
        foreach (float value in values)
        {
            _upTo[BinOf(value) + 1]++;
        }

        for (int bin = 0; bin < Bins; bin++)
        {
            _upTo[bin + 1] += _upTo[bin];
        }
    }

    private double Total => _upTo[Bins];

    public int BinOf(float value) => Math.Clamp((int)((value - _least) * _binsPerUnit), 0, Bins - 1);

    /// <summary>For each bin, where its numbers lie in another distribution: with as many below them, and half of those that share the bin.</summary>
    public float[] PlacesIn(ValueDistribution other)
    {
        float[] places = new float[Bins];
        for (int bin = 0; bin < Bins; bin++)
        {
            places[bin] = (float)other.AtRank((_upTo[bin] + _upTo[bin + 1]) / 2 / Total);
        }

        return places;
    }

    private double AtRank(double rank)
    {
        double count = rank * Total;
        int found = Array.BinarySearch(_upTo, count), bin = Math.Clamp(found < 0 ? ~found - 1 : found, 0, Bins - 1);
        double inBin = _upTo[bin + 1] - _upTo[bin];
        return _least + ((bin + (inBin > 0 ? (count - _upTo[bin]) / inBin : 0.5)) / _binsPerUnit);
    }
}
