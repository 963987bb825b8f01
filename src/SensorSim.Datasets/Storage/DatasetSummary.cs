using System.Security.Cryptography;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>Counts, chunks and Merkle root of records that come in frame order. The writer and the verifier both use it.</summary>
internal sealed class DatasetSummary
{
    private readonly MerkleTree _tree = new();
    private readonly ChunkManifest _manifest = new();
    private readonly List<DatasetChunk> _chunks = [];
    private readonly List<byte[]> _manifests = [];
    private readonly TaskTally _tasks = new();
    private readonly GateTally _gate = new();
    private DatasetCounts _counts = new(0, 0, 0, 0, 0, 0);
    private long _lastSample = -1;

    /// <summary>The chunks' manifests, whole after <see cref="Describe"/>.</summary>
    public IReadOnlyList<byte[]> Manifests => _manifests;

    public void Add(ReadOnlySpan<byte> line, FrameRecord record)
    {
        _manifest.Add(record, _tree.Append(line));
        _counts = new(
            _counts.Frames + 1,
            _counts.Samples + (record.Sample != _lastSample ? 1 : 0),
            _counts.Objects + record.Objects.Count(o => o.VisiblePx > 0),
            _counts.Rejected + (record.Rejected is null ? 0 : 1),
            _counts.Files + record.Files.Count,
            _counts.Bytes + record.Files.Values.Sum(f => f.Bytes));
        if (record.Sample != _lastSample) _tasks.Add(record.Task?.Success, record.Task?.Failure);
        _lastSample = record.Sample;
        _gate.Add(record.Style?[^1].Gate);
        if (_manifest.Frames == DatasetLayout.FramesPerChunk)
            CloseChunk();
    }

    public DatasetDescription Describe(DatasetPlan plan, DatasetShard? shard)
    {
        if (_manifest.Frames > 0)
            CloseChunk();
        return new(plan, _counts, _chunks, Convert.ToHexStringLower(_tree.Root()), shard) { Tasks = _tasks.Counts(), Gate = _gate.Counts() };
    }

    private void CloseChunk()
    {
        int frames = _manifest.Frames, first = _tree.Count - frames;
        byte[] text = _manifest.Take();
        _manifests.Add(text);
        _chunks.Add(new(
            first,
            frames,
            Convert.ToHexStringLower(_tree.Root(first, frames)),
            DatasetLayout.ChunkManifest(_chunks.Count),
            Convert.ToHexStringLower(SHA256.HashData(text))));
    }
}
