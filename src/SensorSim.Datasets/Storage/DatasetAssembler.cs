using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// Turns records in frame order into <c>frames.jsonl</c>, chunk manifests, checkpoint and <c>dataset.json</c>. The last
/// is written last: a folder with a <c>dataset.json</c> is a whole dataset, and assembling again gives the same bytes.
/// </summary>
internal sealed class DatasetAssembler : IDisposable
{
    private readonly string _root;
    private readonly string _frames;
    private readonly FileStream _stream;
    private readonly DatasetSummary _summary = new();
    private bool _isMoved;

    public DatasetAssembler(string root)
    {
        _root = root;
        _frames = DatasetLayout.Resolve(root, DatasetLayout.Frames);
        _stream = new FileStream(_frames + AtomicFile.TemporarySuffix, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>Makes the dataset of a folder whose journal has every frame.</summary>
    public static DatasetDescription Assemble(string root, DatasetPlan plan, DatasetShard? shard, CancellationToken cancellation)
    {
        using var assembler = new DatasetAssembler(root);
        foreach ((ReadOnlyMemory<byte> line, FrameRecord record) in JournalOrder.Read(DatasetLayout.Resolve(root, DatasetLayout.Journal), new FrameOrder(plan.Cameras)))
        {
            cancellation.ThrowIfCancellationRequested();
            assembler.Add(line.Span, record);
        }

        return assembler.Commit(plan, shard);
    }

    public void Add(ReadOnlySpan<byte> line, FrameRecord record)
    {
        _stream.Write(line);
        _stream.WriteByte((byte)'\n');
        _summary.Add(line, record);
    }

    public DatasetDescription Commit(DatasetPlan plan, DatasetShard? shard)
    {
        _stream.Dispose();
        File.Move(_frames + AtomicFile.TemporarySuffix, _frames, overwrite: true);
        _isMoved = true;
        DatasetDescription description = _summary.Describe(plan, shard);
        DatasetFolder.Create(DatasetLayout.Resolve(_root, DatasetLayout.Chunks));
        for (int i = 0; i < description.Chunks.Count; i++)
            AtomicFile.Write(DatasetLayout.Resolve(_root, description.Chunks[i].Manifest), _summary.Manifests[i]);
        byte[] json = DatasetDescriptionJson.Serialize(description);
        WriteCheckpoint(description, Checkpoint.Of(description, json));
        AtomicFile.Write(DatasetLayout.Resolve(_root, DatasetLayout.Description), json);
        return description;
    }

    /// <summary>A signature of exactly this dataset stays: a mended dataset is the one that was signed. Any other is removed.</summary>
    private void WriteCheckpoint(DatasetDescription description, Checkpoint checkpoint)
    {
        (SignatureStatus status, _) = new SignatureVerifier(_root, new FindingList()).Verify(description, checkpoint, []);
        if (status == SignatureStatus.UnknownSigner)
            return;
        File.Delete(DatasetLayout.Resolve(_root, DatasetLayout.Attestation));
        File.Delete(DatasetLayout.Resolve(_root, DatasetLayout.Signer));
        AtomicFile.Write(DatasetLayout.Resolve(_root, DatasetLayout.Checkpoint), checkpoint.ToBytes());
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (!_isMoved)
            AtomicFile.RemoveTemporary(_frames);
    }
}
