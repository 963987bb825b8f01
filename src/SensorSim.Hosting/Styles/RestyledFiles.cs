using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>Writes restyled frames: the new picture, the labels as they are, and records that say so. On the encoders' threads.</summary>
/// <param name="plan">What is done.</param>
/// <param name="writer">Takes what is made.</param>
internal sealed class RestyledFiles(RestylePlan plan, DatasetWriter writer)
{
    private readonly Lock _one = new();

    /// <summary>Finished frames, also those of an earlier run.</summary>
    public long Done { get; private set; } = writer.FinishedFrames.Count;

    public void Write(RestyledFrame frame, IProgress<long> progress)
    {
        FrameRecord record = RecordOf(frame, Judge(frame));
        var planes = new SortedDictionary<string, PixelPlane>(frame.Outcome.Planes.Where(plane => !IsDropped(plane.Key)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        IReadOnlyDictionary<string, PlaneEncoding> encodings = FramePlanes.PictureEncodings(StoredPicture.FormatOf(frame.Record), PngContent.Automatic, PictureSource.Of(record.Provenance.Assets.Keys, record.Style));
        if (frame.Record.Files.ContainsKey("points"))
        {
            planes["points"] = PointCloud.Recoloured(plan.Source.ReadOutput(frame.Record, "points"), plan.Source.ReadOutput(frame.Record, "instance"), frame.Outcome.Planes[StyledOutcome.Picture]);
        }

        var taken = frame.Record.Files.Where(file => !planes.ContainsKey(file.Key) && !IsDropped(file.Key))
            .ToDictionary(file => file.Key, file => new TakenFile(plan.Source, file.Value), StringComparer.Ordinal);
        writer.Write(new(record, planes) { Encodings = encodings, Taken = taken });
        lock (_one)
        {
            progress.Report(++Done);
        }
    }

    private bool IsDropped(string output) => plan.Dropped.Contains(output, StringComparer.Ordinal);

    private GateRecord? Judge(RestyledFrame frame) =>
        plan.Gate.Judge(plan.Source, frame.Record, frame.Outcome.Before, frame.Outcome.After, frame.Previous is { } previous ? (previous.Record, previous.Outcome.Before, previous.Outcome.After) : null);

    private FrameRecord RecordOf(RestyledFrame frame, GateRecord? judged)
    {
        FrameRecord old = frame.Record;
        var plugins = new SortedDictionary<string, string>(old.Provenance.Plugins.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [plan.Style.Plugin.Manifest.Id] = PluginUses.IdentityOf(plan.Style.Plugin),
        };
        return old with { Style = [.. old.Style ?? [], frame.Style with { Gate = judged }], Rejected = old.Rejected ?? frame.Outcome.Rejected ?? plan.Gate.Rejection(judged), Provenance = old.Provenance with { Plugins = plugins } };
    }
}
