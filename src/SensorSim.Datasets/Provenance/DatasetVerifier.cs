using System.Security.Cryptography;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// Recomputes everything that a dataset says of itself: file and pixel digests, the records' canonical form and order,
/// counts, chunks, Merkle root, checkpoint and signature, and the labels against the images. Finds any one changed byte,
/// missing file or edited line, and names it.
/// </summary>
public sealed class DatasetVerifier
{
    private readonly FindingList _findings = new();
    private readonly HashSet<string> _expectedFiles = new(StringComparer.Ordinal);
    private readonly DatasetReader _dataset;
    private long _frames;
    private long _files;

    private DatasetVerifier(DatasetReader dataset) => _dataset = dataset;

    /// <param name="folder">A finished dataset.</param>
    /// <param name="trusted">Keys whose signature counts; others are reported as unknown signers.</param>
    /// <param name="progress">Told the number of frames checked so far.</param>
    /// <param name="cancellation">Stops between two frames.</param>
    /// <exception cref="DatasetException">There is no dataset to verify.</exception>
    public static VerificationReport Verify(
        string folder, IReadOnlyList<PublicKey> trusted, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        DatasetReader dataset;
        try
        {
            dataset = DatasetReader.Open(folder);
        }
        catch (DatasetException e) when (e.InnerException is FormatException)
        {
            return new([new(DatasetLayout.Description, null, e.InnerException.Message)], 0, 0, SignatureStatus.Invalid, null);
        }

        return new DatasetVerifier(dataset).Run(trusted, progress, cancellation);
    }

    private VerificationReport Run(IReadOnlyList<PublicKey> trusted, IProgress<long>? progress, CancellationToken cancellation)
    {
        var summary = new DatasetSummary();
        VerifyFrames(summary, progress, cancellation);
        DatasetDescription expected = summary.Describe(_dataset.Description.Plan, _dataset.Description.Shard);
        VerifyManifests(expected, summary.Manifests);
        if (_dataset.Description.MerkleRoot != expected.MerkleRoot && File.Exists(Path.Combine(_dataset.Root, DatasetLayout.Frames)))
            new EditedLines(_dataset, _findings).Report();
        byte[] json = VerifyDescription(expected);
        (SignatureStatus status, string? keyId) = new SignatureVerifier(_dataset.Root, _findings).Verify(expected, Checkpoint.Of(expected, json), trusted);
        VerifyOtherFiles();
        return new(_findings.Sorted(), _frames, _files, status, keyId);
    }

    private void VerifyFrames(DatasetSummary summary, IProgress<long>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(_dataset.Root, DatasetLayout.Frames)))
        {
            _findings.Add(DatasetLayout.Frames, "the file is missing.");
            return;
        }

        var frames = new FrameVerifier(_dataset, _findings);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(RecordsInOrder(summary), options, entry =>
        {
            frames.Verify(entry.Record, entry.Line);
            long checkedFrames = Interlocked.Increment(ref _frames);
            progress?.Report(checkedFrames);
        });
    }

    /// <summary>Reads the lines one after the other (the enumerator is taken by one thread at a time) and sums them up on the way.</summary>
    private IEnumerable<(FrameRecord Record, long Line)> RecordsInOrder(DatasetSummary summary)
    {
        var order = new FrameOrder(_dataset.Description.Plan.Cameras);
        (long, int, int)? last = null;
        foreach (TextLine line in _dataset.Lines())
        {
            if (!line.IsTerminated)
                _findings.Add(DatasetLayout.Frames, line.Number, "the last line has no newline.");
            if (Parse(line) is not { } record)
                continue;
            if (!order.Knows(record.Camera))
            {
                _findings.Add(DatasetLayout.Frames, line.Number, $"the camera '{record.Camera}' is not of the plan.");
                continue;
            }

            if (last is { } before && order.KeyOf(record).CompareTo(before) <= 0)
                _findings.Add(DatasetLayout.Frames, line.Number, $"the frame {record.Frame} is out of order: frames are sorted by sample, step and camera, each once.");
            last = order.KeyOf(record);
            summary.Add(line.Bytes.Span, record);
            foreach (FileReference file in record.Files.Values)
                _expectedFiles.Add(file.Path);
            _files += record.Files.Count;
            yield return (record, line.Number);
        }
    }

    private FrameRecord? Parse(in TextLine line)
    {
        try
        {
            FrameRecord record = FrameRecordJson.Parse(line.Bytes);
            if (!CanonicalJson.IsCanonical(line.Bytes.Span))
                _findings.Add(DatasetLayout.Frames, line.Number, "the record is not in canonical form (RFC 8785).");
            if (record.Provenance.DeviceClass != _dataset.Description.Plan.DeviceClass)
                _findings.Add(DatasetLayout.Frames, line.Number, $"the frame was rendered on '{record.Provenance.DeviceClass}', the dataset on '{_dataset.Description.Plan.DeviceClass}'.");
            return record;
        }
        catch (FormatException e)
        {
            _findings.Add(DatasetLayout.Frames, line.Number, e.Message);
            return null;
        }
    }

    private void VerifyManifests(DatasetDescription expected, IReadOnlyList<byte[]> manifests)
    {
        for (int i = 0; i < manifests.Count; i++)
        {
            string path = expected.Chunks[i].Manifest, file = DatasetLayout.Resolve(_dataset.Root, path);
            _expectedFiles.Add(path);
            if (!File.Exists(file))
                _findings.Add(path, "the file is missing.");
            else if (File.ReadAllBytes(file) is var found && !found.AsSpan().SequenceEqual(manifests[i]) && !IsAsWritten(i, found))
                _findings.Add(path, "does not list the files and digests of its frames.");
        }
    }

    /// <summary>A manifest that dataset.json vouches for is not at fault where it differs from the records.</summary>
    private bool IsAsWritten(int chunk, byte[] manifest) =>
        chunk < _dataset.Description.Chunks.Count && _dataset.Description.Chunks[chunk].ManifestSha256 == Convert.ToHexStringLower(SHA256.HashData(manifest));

    /// <summary>What dataset.json must be, given the frames.</summary>
    private byte[] VerifyDescription(DatasetDescription expected)
    {
        DatasetDescription found = _dataset.Description;
        if (found.MerkleRoot != expected.MerkleRoot)
            _findings.Add(DatasetLayout.Description, $"merkle_root is {found.MerkleRoot}, the records of frames.jsonl give {expected.MerkleRoot}.");
        if (found.Counts != expected.Counts)
            _findings.Add(DatasetLayout.Description, $"counts are {found.Counts}, the records of frames.jsonl give {expected.Counts}.");
        if (!found.Chunks.SequenceEqual(expected.Chunks))
            _findings.Add(DatasetLayout.Description, "chunks do not fit the records of frames.jsonl.");
        byte[] json = DatasetDescriptionJson.Serialize(expected), onDisk = File.ReadAllBytes(Path.Combine(_dataset.Root, DatasetLayout.Description));
        if (!onDisk.AsSpan().SequenceEqual(DatasetDescriptionJson.Serialize(found)))
            _findings.Add(DatasetLayout.Description, "is not in canonical form, or its plan_sha256 does not fit its content.");
        return json;
    }

    /// <summary>Run metadata carries its digest in its name; anything else that nobody lists is reported.</summary>
    private void VerifyOtherFiles()
    {
        _expectedFiles.UnionWith([DatasetLayout.Description, DatasetLayout.Frames, DatasetLayout.Checkpoint, DatasetLayout.Attestation, DatasetLayout.Signer]);
        foreach (string file in Directory.EnumerateFiles(_dataset.Root, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(_dataset.Root, file).Replace(Path.DirectorySeparatorChar, '/');
            if (_expectedFiles.Contains(path))
                continue;
            if (!path.StartsWith("provenance/run-", StringComparison.Ordinal))
                _findings.Add(path, "is not part of the dataset.");
            else if (RunMetadata.PathOf(File.ReadAllBytes(file)) != path)
                _findings.Add(path, "does not have the digest in its name.");
        }
    }
}
