using System.Collections.ObjectModel;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Audit;

/// <summary>What a dataset's records say, read once.</summary>
/// <param name="Description">The dataset.</param>
/// <param name="Labels">What its labels cover.</param>
/// <param name="FailureModes">By name.</param>
/// <param name="Draws">Of each sample with a frame that no gate rejected, in order.</param>
/// <param name="Redrawn">Which samples were drawn again, and why: all of them, also those of which every frame was rejected.</param>
public sealed record DatasetContent(
    DatasetDescription Description,
    LabelCoverage Labels,
    IReadOnlyList<FailureModeCount> FailureModes,
    IReadOnlyList<SampleDraws> Draws,
    RedrawnSamples Redrawn)
{
    /// <summary>What pictures or textures went through; empty where nothing was restyled.</summary>
    public IReadOnlyList<StyleUse> Styles { get; init; } = [];

    /// <summary>Reads every record, and refuses those that are not the ones that were written; images are not looked at.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="progress">Gets the count of frames read so far.</param>
    /// <param name="cancellation">Stops between two frames.</param>
    /// <exception cref="DatasetException">A record cannot be read, or is not the one that was written.</exception>
    public static DatasetContent Read(DatasetReader dataset, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        WrittenRecords.Require(dataset);
        var labels = new FrameTally(dataset.Description.Plan.Categories);
        var modes = new FailureModeTally();
        var styles = new StyleTally();
        var redrawn = new RedrawTally();
        var seen = new HashSet<long>();
        var draws = new SortedDictionary<long, SampleDraws>();
        foreach ((int i, FrameRecord frame) in dataset.Frames().Index())
        {
            cancellation.ThrowIfCancellationRequested();
            labels.Add(frame);
            modes.Add(frame);
            styles.Add(frame);
            if (seen.Add(frame.Sample)) redrawn.Add(frame.Redrawn ?? ReadOnlyDictionary<string, int>.Empty);
            if (frame.Rejected is null && !draws.ContainsKey(frame.Sample)) draws.Add(frame.Sample, SampleDraws.Of(frame.Sample, frame.Draws));
            progress?.Report(i + 1);
        }

        return new(dataset.Description, labels.Labels(), modes.Counts(), [.. draws.Values], redrawn.Counts()) { Styles = styles.Counts() };
    }
}
