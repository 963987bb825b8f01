using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>Reads the records of a dataset in order, finds what is wrong with their form and order, and sums them up on the way.</summary>
internal sealed class RecordSequence(DatasetReader dataset, FindingList findings)
{
    private readonly FrameOrder _order = new(dataset.Description.Plan.Cameras);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private (long, int, int)? _last;

    /// <summary>Counts, chunks and Merkle root of the records so far.</summary>
    public DatasetSummary Summary { get; } = new();

    /// <summary>Records so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Image files of these records.</summary>
    public long FileCount { get; private set; }

    /// <summary>Paths that the records list.</summary>
    public IReadOnlySet<string> Files => _files;

    /// <summary>The records that are well formed. Several threads may take from it; they get one line after the other.</summary>
    public IEnumerable<FrameLine> InOrder()
    {
        foreach (TextLine line in dataset.Lines())
        {
            if (!line.IsTerminated)
                findings.Add(DatasetLayout.Frames, line.Number, "the last line has no newline.");
            if (Parse(line) is not { } record || !HasItsPlace(record, line.Number))
                continue;
            Frames++;
            FileCount += record.Files.Count;
            Summary.Add(line.Bytes.Span, record);
            foreach (FileReference file in record.Files.Values)
                _files.Add(file.Path);
            yield return new(record, line.Number, line.Bytes);
        }
    }

    private FrameRecord? Parse(in TextLine line)
    {
        try
        {
            FrameRecord record = FrameRecordJson.Parse(line.Bytes);
            if (!CanonicalJson.IsCanonical(line.Bytes.Span))
                findings.Add(DatasetLayout.Frames, line.Number, "the record is not in canonical form (RFC 8785).");
            if (record.Provenance.DeviceClass != dataset.Description.Plan.DeviceClass)
                findings.Add(DatasetLayout.Frames, line.Number, $"the frame was rendered on '{record.Provenance.DeviceClass}', the dataset on '{dataset.Description.Plan.DeviceClass}'.");
            return record;
        }
        catch (FormatException e)
        {
            findings.Add(DatasetLayout.Frames, line.Number, e.Message);
            return null;
        }
    }

    private bool HasItsPlace(FrameRecord record, long line)
    {
        if (!_order.Knows(record.Camera))
        {
            findings.Add(DatasetLayout.Frames, line, $"the camera '{record.Camera}' is not of the plan.");
            return false;
        }

        (long, int, int) key = _order.KeyOf(record);
        if (_last is { } before && key.CompareTo(before) <= 0)
            findings.Add(DatasetLayout.Frames, line, $"the frame {record.Frame} is out of order: frames are sorted by sample, step and camera, each once.");
        _last = key;
        return true;
    }
}
