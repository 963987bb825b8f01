using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>A style over a whole dataset: clip by clip, on this thread; what comes out is judged, encoded and written on others.</summary>
public sealed class RestyleRun(RestylePlan plan)
{
    private readonly StyleFrames _frames = new(plan.Style.Backend.Needs | plan.Style.Backend.Uses);

    /// <summary>Threads that encode and write.</summary>
    public int Encoders { get; init; } = Environment.ProcessorCount;

    /// <summary>What takes restyled light through the cameras' sensors; needed by a style in front of them alone.</summary>
    public SensorReplay? Sensors { get; init; }

    /// <summary>Signs the dataset; null leaves it unsigned.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>What the backend keeps between tries.</summary>
    private string WorkFolder => Path.GetFullPath(plan.Request.Output).TrimEnd(Path.DirectorySeparatorChar) + ".style-work";

    /// <summary>Restyles what is missing.</summary>
    /// <param name="progress">Told the number of finished frames, one call at a time.</param>
    /// <param name="stop">Ends the run after the frames that are being written.</param>
    /// <param name="preparing">Called when the style begins to prepare, such as to load a network or to ask a server; what it returns is disposed when that is done.</param>
    /// <returns>The finished dataset, or null when the run was stopped before its end.</returns>
    /// <exception cref="StyleException">The style cannot be applied; what is written is kept.</exception>
    /// <exception cref="DatasetException">A file of the dataset was changed, or the new one cannot be written.</exception>
    public DatasetDescription? Execute(IProgress<long> progress, CancellationToken stop, Func<IDisposable>? preparing = null)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        using LabelGate gate = plan.Gate;
        using IStyleTransfer? transfer = Prepare(preparing, stop);
        if (transfer is null)
        {
            return null;
        }

        using DatasetWriter writer = plan.Request.Resume
            ? DatasetWriter.Resume(plan.Request.Output, plan.ToDatasetPlan(), plan.Source.Description.Shard, stop)
            : DatasetWriter.Create(plan.Request.Output, plan.ToDatasetPlan(), plan.Source.Description.Shard);
        try
        {
            if (!Restyle(transfer, writer, progress, stop))
            {
                return null;
            }
        }
        finally
        {
            writer.Abandon();
            RemoveWorkFolder(isDone: false);
        }

        if (writer.ResumeReport is not { IsWhole: true })
        {
            writer.WriteRunMetadata(Metadata(started));
            RunMetadata.Link(plan.Source.Root, plan.Request.Output);
        }

        DatasetDescription description = writer.Finish(stop);
        if (Key is not null)
        {
            Attestation.Sign(plan.Request.Output, Key);
        }

        RemoveWorkFolder(isDone: true);
        return description;
    }

    // What a backend kept is for the next try.
    private void RemoveWorkFolder(bool isDone)
    {
        if (Directory.Exists(WorkFolder) && (isDone || !Directory.EnumerateFileSystemEntries(WorkFolder).Any()))
        {
            Directory.Delete(WorkFolder, recursive: true);
        }
    }

    // Null when stopped.
    private IStyleTransfer? Prepare(Func<IDisposable>? preparing, CancellationToken stop)
    {
        using IDisposable? told = preparing?.Invoke();
        try
        {
            return plan.Style.Prepare(plan.Seed, WorkFolder, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            RemoveWorkFolder(isDone: false);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !Directory.Exists(WorkFolder))
        {
            throw new DatasetException(plan.Request.Output, $"no folder can be made there{(e is UnauthorizedAccessException ? ": permission is denied" : "")}. Choose another output folder.", e);
        }
        catch
        {
            RemoveWorkFolder(isDone: false);
            throw;
        }
    }

    private bool Restyle(IStyleTransfer transfer, DatasetWriter writer, IProgress<long> progress, CancellationToken stop)
    {
        StyleRecord style = plan.Style.Record(plan.Stage, plan.Seed, transfer);
        var files = new RestyledFiles(plan, writer);
        using var pool = new EncoderPool<RestyledFrame>(Encoders, 2 * Encoders, frame => files.Write(frame, progress), stop);
        try
        {
            foreach (RestyledFrame frame in Missing(writer, style, transfer, stop).TakeWhile(_ => !stop.IsCancellationRequested))
            {
                pool.Add(frame);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The clip in hand is restyled again when the run is resumed.
        }

        pool.Complete();
        return files.Done == plan.Source.Description.Counts.Frames && !stop.IsCancellationRequested;
    }

    private IEnumerable<RestyledFrame> Missing(DatasetWriter writer, StyleRecord style, IStyleTransfer transfer, CancellationToken stop) => FrameSequences.Of(plan.Source.Frames())
        .Where(frames => frames.Any(frame => !writer.IsFinished(frame.Frame)))
        .SelectMany(frames => Restyled(frames, style, transfer, stop))
        .Where(frame => !writer.IsFinished(frame.Record.Frame));

    private IEnumerable<RestyledFrame> Restyled(FrameRecord[] sequence, StyleRecord style, IStyleTransfer transfer, CancellationToken stop)
    {
        RestyledFrame? previous = null;
        foreach (FrameRecord[] clip in plan.Style.Backend.Scope == StyleScope.Clip ? [sequence] : sequence.Select(frame => (FrameRecord[])[frame]))
        {
            foreach (RestyledFrame frame in Apply(clip, FrameSequences.RateHzOf(sequence), style, transfer, stop))
            {
                RestyledFrame linked = frame with { Previous = previous };
                yield return linked;
                previous = frame;
            }
        }
    }

    private RestyledFrame[] Apply(FrameRecord[] records, double rateHz, StyleRecord style, IStyleTransfer transfer, CancellationToken stop)
    {
        StyleSubject[] subjects = [.. records.Select(record => StyleSubject.Of(plan.Stage, record, output => plan.Source.ReadOutput(record, output), Sensors))];
        var clip = new StyleClip([.. records.Select((record, i) => _frames.Of(record, subjects[i].Image, output => plan.Source.ReadOutput(record, output)))], records.Length == 1 ? 0 : rateHz);
        StyleResult result = transfer.Apply(clip, stop);
        return [.. records.Select((record, i) => new RestyledFrame(record, subjects[i].With(result.Frames[i]), style with { Evidence = result.Evidence, Before = record.Files[StyleSubject.GivenAt(plan.Stage)].PixelsSha256 }))];
    }

    // What belongs to this host and this hour; where replay looks for files of the style.
    private JsonObject Metadata(DateTimeOffset started) => new()
    {
        ["host"] = Environment.MachineName,
        ["source"] = plan.Source.Root,
        ["style_folder"] = Path.GetFullPath(plan.Request.BaseFolder),
        ["started"] = started.ToString("O"),
        ["finished"] = DateTimeOffset.UtcNow.ToString("O"),
    };
}
