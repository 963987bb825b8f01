namespace SensorSim.Datasets.Audit;

/// <summary>Counts one measure of the visible objects of one category.</summary>
internal sealed class LabelTally(LabelMeasure measure)
{
    private readonly long[] _counts = new long[measure.BinCount];
    private readonly List<double> _values = [];
    private long _seen;

    public void Add(ObjectSighting sighting)
    {
        _seen++;
        if (measure.Of(sighting) is not { } value) return;
        _counts[measure.BinOf(value)]++;
        if (measure.HasQuantiles) _values.Add(value);
    }

    public LabelDistribution Distribution()
    {
        bool isEmpty = _counts.Sum() == 0;
        return new(measure.Name, measure.Unit, [.. _counts.Select((count, bin) => new LabelBin(measure.LabelOf(bin), count))], isEmpty ? [] : measure.Gaps(_counts))
        {
            Quantiles = Quantiles.Of(_values),
            MissingLabel = isEmpty && _seen > 0 ? measure.NeededLabel : null,
        };
    }
}
