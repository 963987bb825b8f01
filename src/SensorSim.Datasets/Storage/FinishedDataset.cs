using System.Collections.Concurrent;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// A finished dataset that may have been damaged since: reads every file that it lists and finds the frames that are still as written. Pixels
/// and labels are not decoded; that is what <c>verify</c> does.
/// </summary>
internal sealed class FinishedDataset(DatasetReader dataset)
{
    private readonly FindingList _findings = new();

    /// <summary>Line of frames.jsonl → its frame, for those whose files are as the line says.</summary>
    private readonly ConcurrentDictionary<long, string> _intact = new();

    private bool _hasBrokenSignature;

    private IEnumerable<int> Chunks => Enumerable.Range(0, dataset.Description.Chunks.Count);

    /// <summary>The frames whose record is the one that was written and whose files all have the recorded digests.</summary>
    public Resumption Inspect(CancellationToken cancellation)
    {
        var records = new RecordSequence(dataset, _findings);
        string lines = DatasetLayout.Resolve(dataset.Root, DatasetLayout.Frames);
        if (RegularFile.ReadProblem(lines) is { } problem)
            _findings.Add(DatasetLayout.Frames, problem);
        else
            CheckFiles(records, cancellation);
        if (!CheckOwnFiles(records))
            RemoveEditedLines();
        // Images of a damaged frame stay until new ones take their place: should rendering fail, nothing more is lost.
        IEnumerable<string> listed = Chunks.SelectMany(chunk => WrittenRecords.FilesOf(dataset, chunk));
        return new(IntactLines().Select(line => line.Bytes), [.. _intact.Values], records.Files.Concat(listed).ToHashSet(StringComparer.Ordinal))
        {
            Dataset = dataset.Description,
            Report = new(
                dataset.Description.MerkleRoot,
                records.FileCount,
                Math.Max(0, dataset.Description.Counts.Frames - _intact.Count),
                [.. _findings.Sorted().Select(finding => finding.ToString())])
            {
                HasBrokenSignature = _hasBrokenSignature,
            },
        };
    }

    private void CheckFiles(RecordSequence records, CancellationToken cancellation)
    {
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(records.InOrder(), options, line =>
        {
            bool isIntact = true;
            foreach (FileReference file in line.Record.Files.Values)
                isIntact &= IsIntact(file);
            if (isIntact)
                _intact[line.Number] = line.Record.Frame;
        });
    }

    private bool IsIntact(FileReference file)
    {
        try
        {
            dataset.RequireIntact(file);
            return true;
        }
        catch (DatasetException e)
        {
            _findings.Add(file.Path, e.Problem);
            return false;
        }
    }

    /// <returns>Whether the records are the ones that dataset.json sums up.</returns>
    private bool CheckOwnFiles(RecordSequence records)
    {
        DatasetDescription expected = records.Summary.Describe(dataset.Description.Plan, dataset.Description.Shard);
        if (expected.MerkleRoot != dataset.Description.MerkleRoot)
        {
            if (records.Frames > 0)
                _findings.Add(DatasetLayout.Frames, "the Merkle root of the records is not the one in dataset.json.");
            else if (_findings.IsEmpty)
                _findings.Add(DatasetLayout.Frames, "the file is empty.");
            CheckSignature(dataset.Description, DatasetDescriptionJson.Serialize(dataset.Description));
            return false;
        }

        var own = new OwnFilesVerifier(dataset, _findings);
        own.VerifyManifests(expected, records.Summary.Manifests);
        CheckSignature(expected, own.VerifyDescription(expected));
        return true;
    }

    /// <summary>Whether the signature is that of the dataset as it will be when it is mended.</summary>
    private void CheckSignature(DatasetDescription mended, byte[] json)
    {
        (SignatureStatus status, _) = new SignatureVerifier(dataset.Root, _findings).Verify(mended, Checkpoint.Of(mended, json), []);
        _hasBrokenSignature = status == SignatureStatus.Invalid;
    }

    /// <summary>Where the root does not fit, a record counts once, and only when the manifest of its chunk vouches for it.</summary>
    private void RemoveEditedLines()
    {
        HashSet<string> leaves =
        [
            .. Chunks.SelectMany(chunk => WrittenRecords.Of(dataset, chunk) ?? []).Select(record => record.Leaf),
        ];
        long[] edited = [.. IntactLines().Where(line => !leaves.Remove(Convert.ToHexStringLower(MerkleTree.LeafHash(line.Bytes.Span)))).Select(line => line.Number)];
        foreach (long line in edited)
            _intact.TryRemove(line, out _);
    }

    private IEnumerable<TextLine> IntactLines() => _intact.IsEmpty ? [] : dataset.Lines().Where(line => _intact.ContainsKey(line.Number));
}
