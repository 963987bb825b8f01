namespace SensorSim.Datasets.Audit;

/// <summary>Counts the objects of one category, frame by frame.</summary>
internal sealed class CategoryTally
{
    private readonly LabelTally[] _tallies = [.. LabelMeasures.All.Select(measure => new LabelTally(measure))];
    private readonly HashSet<long> _samples = [];
    private long _objects, _notVisible, _frames;
    private FrameRecord? _last;

    /// <summary>Frames come one after the other.</summary>
    public void Add(FrameRecord frame, ObjectRecord item)
    {
        if (item.VisiblePx == 0)
        {
            _notVisible++;
            return;
        }

        _objects++;
        _frames += ReferenceEquals(frame, _last) ? 0 : 1;
        _last = frame;
        _samples.Add(frame.Sample);
        var sighting = new ObjectSighting(frame, item);
        foreach (LabelTally tally in _tallies) tally.Add(sighting);
    }

    public CategoryCoverage Coverage(int id, string name) =>
        new(id, name, _objects, _notVisible, _frames, _samples.Count, [.. _tallies.Select(tally => tally.Distribution())]);
}
