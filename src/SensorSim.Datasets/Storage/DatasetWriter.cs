using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// Writes a dataset. Frames come from any number of threads in any order; the finished dataset is the same to the byte.
/// A run that dies at any moment leaves a folder that <see cref="Resume"/> carries on from.
/// </summary>
public sealed class DatasetWriter : IDisposable
{
    private readonly RunFolder _folder;
    private readonly DatasetPlan _plan;
    private readonly DatasetShard? _shard;
    private readonly FrameRegister _frames;
    private readonly FrameEncoder _encoder;
    private FrameJournal? _journal;
    private DatasetDescription? _finished;

    private DatasetWriter(string root, DatasetPlan plan, DatasetShard? shard)
    {
        (_folder, _plan, _shard) = (new RunFolder(root), plan, shard);
        _frames = new FrameRegister(plan);
        _encoder = new FrameEncoder(root);
    }

    /// <summary>Names of the frames that are on the disk.</summary>
    public IReadOnlyCollection<string> FinishedFrames => _frames.Finished;

    /// <summary>What <see cref="Resume"/> found where the folder held a finished dataset; else null.</summary>
    public ResumeReport? ResumeReport { get; private set; }

    public bool IsFinished(string frame) => _frames.IsFinished(frame);

    /// <summary>Starts a dataset in a folder that holds none.</summary>
    /// <exception cref="DatasetException">The folder holds a dataset or an unfinished run.</exception>
    public static DatasetWriter Create(string folder, DatasetPlan plan, DatasetShard? shard = null) =>
        Open(folder, plan, shard, resume: false, writer => writer.StartFresh());

    /// <summary>
    /// Carries on in a folder: frames whose files are all there with the right digests count as finished, the rest is removed. So is a finished
    /// dataset mended that was damaged since; one that is whole stays as it is.
    /// </summary>
    /// <exception cref="DatasetException">The folder holds a dataset or a run of another plan, or another run is writing to it.</exception>
    public static DatasetWriter Resume(string folder, DatasetPlan plan, DatasetShard? shard = null, CancellationToken cancellation = default) =>
        Open(folder, plan, shard, resume: true, writer => writer.CarryOn(cancellation));

    /// <summary>Says beforehand whether <see cref="Create"/> or <see cref="Resume"/> would refuse the folder for what is in it; writes nothing.</summary>
    /// <exception cref="DatasetException">
    /// A file, a folder with other files, one with a dataset or run that is not to be resumed, one inside a dataset, or one that another run is writing into.
    /// </exception>
    public static void CheckFolder(string folder, bool resume) => RunFolder.Check(folder, resume);

    /// <summary>Whether a folder holds a run that is not finished.</summary>
    public static bool IsBegun(string folder) => File.Exists(DatasetLayout.Resolve(folder, DatasetLayout.Journal));

    /// <summary>Whether a folder holds a run that is not finished and has a finished frame.</summary>
    public static bool HasFrames(string folder) => IsBegun(folder) && File.ReadLines(DatasetLayout.Resolve(folder, DatasetLayout.Journal)).Skip(1).Any();

    /// <summary>
    /// Encodes and writes one frame; it is finished when this returns. Thread-safe.
    /// </summary>
    /// <returns>The record with its files.</returns>
    /// <exception cref="ArgumentException">The frame does not belong to the plan, or was written before.</exception>
    /// <exception cref="DatasetException">A file could not be written: the message has its path.</exception>
    public FrameRecord Write(FrameContent frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        FrameJournal journal = _journal ?? throw new InvalidOperationException("The dataset is finished; no frame can be added.");
        _frames.Begin(frame.Record);
        FrameRecord record = frame.Record with { Files = _encoder.Write(frame) };
        journal.Append(FrameRecordJson.Serialize(record));
        _frames.Finish(record.Frame);
        return record;
    }

    /// <summary>Orders the records and writes the dataset's own files. Interrupted at any point, it can be repeated.</summary>
    public DatasetDescription Finish(CancellationToken cancellation = default)
    {
        if (_finished is not null)
            return _finished;
        _journal?.Dispose();
        _journal = null;
        try
        {
            _finished = DatasetAssembler.Assemble(_folder.Root, _plan, _shard, cancellation);
            File.Delete(PathOf(DatasetLayout.Journal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(_folder.Root, $"the dataset could not be finished: {FileFailure.Reason(e)}.", e);
        }

        _folder.Dispose();
        return _finished;
    }

    /// <summary>
    /// Keeps what is true of one run only (host, device UUID, wall clock) beside the dataset, outside its identity. The
    /// file is named after its digest, so that <c>verify</c> sees a change.
    /// </summary>
    public string WriteRunMetadata(JsonObject metadata)
    {
        byte[] json = CanonicalJson.Serialize(metadata);
        string path = RunMetadata.PathOf(json);
        AtomicFile.Write(PathOf(path), json);
        return path;
    }

    /// <summary>Leaves the folder as if the run had never begun, when it has no finished frame: for a run that turns out to be impossible.</summary>
    public void Abandon()
    {
        if (_finished is not null || FinishedFrames.Count > 0)
            return;
        _journal?.Dispose();
        _journal = null;
        _folder.Abandon();
    }

    public void Dispose()
    {
        _journal?.Dispose();
        _folder.Dispose();
    }

    private static DatasetWriter Open(string folder, DatasetPlan plan, DatasetShard? shard, bool resume, Action<DatasetWriter> begin)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.RequireWritable(shard);
        CheckFolder(folder, resume);
        var writer = new DatasetWriter(Path.GetFullPath(folder), plan, shard);
        try
        {
            begin(writer);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private void StartFresh()
    {
        // Again, now that no other run can come between.
        DatasetFolder.RequireUsable(_folder.Root, resume: false);
        _journal = FrameJournal.Start(_folder.Root, FrameJournal.Header(_plan, _shard), []);
    }

    private void CarryOn(CancellationToken cancellation)
    {
        var found = Resumption.Of(_folder.Root, _plan, _shard, cancellation);
        ResumeReport = found.Report;
        _frames.Finish(found.Frames);
        if (found.Report is { IsWhole: true })
        {
            File.Delete(PathOf(DatasetLayout.Journal));
            _finished = found.Dataset;
            return;
        }

        _journal = FrameJournal.Start(_folder.Root, FrameJournal.Header(_plan, _shard), found.Records);
        DatasetFolder.RemoveLeftovers(_folder.Root, found.Files);
    }

    private string PathOf(string path) => DatasetLayout.Resolve(_folder.Root, path);
}
