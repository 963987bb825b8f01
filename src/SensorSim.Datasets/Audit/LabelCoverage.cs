using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Audit;

/// <summary>What the labels of a dataset's frames cover; frames that a gate rejected are left out.</summary>
/// <param name="Frames">Frames that were looked at.</param>
/// <param name="EmptyFrames">Those in which no object has a visible pixel.</param>
/// <param name="Categories">By id: every one of the dataset, seen or not; "unlabelled" (0) where objects have it.</param>
public sealed record LabelCoverage(long Frames, long EmptyFrames, IReadOnlyList<CategoryCoverage> Categories)
{
    public static LabelCoverage Of(IEnumerable<FrameRecord> frames, IReadOnlyList<DatasetCategory> categories)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var tally = new FrameTally(categories);
        foreach (FrameRecord frame in frames) tally.Add(frame);
        return tally.Labels();
    }
}
