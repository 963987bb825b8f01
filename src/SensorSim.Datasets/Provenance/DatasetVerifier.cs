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
    private readonly DatasetReader _dataset;

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
            bool isSigned = File.Exists(DatasetLayout.Resolve(Path.GetFullPath(folder), DatasetLayout.Attestation));
            return new([new(DatasetLayout.Description, null, e.Problem)], 0, 0, isSigned ? SignatureStatus.Invalid : SignatureStatus.Unsigned, null);
        }

        return new DatasetVerifier(dataset).Run(trusted, progress, cancellation);
    }

    private VerificationReport Run(IReadOnlyList<PublicKey> trusted, IProgress<long>? progress, CancellationToken cancellation)
    {
        if (RegularFile.ReadProblem(DatasetLayout.Resolve(_dataset.Root, DatasetLayout.Frames)) is { } problem)
            return WithoutRecords(problem, trusted);

        var records = new RecordSequence(_dataset, _findings);
        VerifyFrames(records, progress, cancellation);
        DatasetDescription expected = records.Summary.Describe(_dataset.Description.Plan, _dataset.Description.Shard);
        var own = new OwnFilesVerifier(_dataset, _findings);
        own.VerifyManifests(expected, records.Summary.Manifests);
        if (_dataset.Description.MerkleRoot != expected.MerkleRoot)
            new EditedLines(_dataset, _findings).Report();
        byte[] json = own.VerifyDescription(expected);
        (SignatureStatus status, string? keyId) = new SignatureVerifier(_dataset.Root, _findings).Verify(expected, Checkpoint.Of(expected, json), trusted);
        own.VerifyNothingElse(records.Files);
        return new(_findings.Sorted(), records.Frames, records.FileCount, status, keyId);
    }

    /// <summary>Without the records nothing else can be compared with them: that is one finding, not one for each file.</summary>
    private VerificationReport WithoutRecords(string problem, IReadOnlyList<PublicKey> trusted)
    {
        _findings.Add(DatasetLayout.Frames, $"{problem} Without the records nothing else of the dataset can be checked. Restore this file from a copy, or render again with --resume.");
        byte[] json = RegularFile.ReadAllBytes(Path.Combine(_dataset.Root, DatasetLayout.Description));
        (SignatureStatus status, string? keyId) = new SignatureVerifier(_dataset.Root, _findings)
            .Verify(_dataset.Description, Checkpoint.Of(_dataset.Description, json), trusted);
        return new(_findings.Sorted(), 0, 0, status, keyId);
    }

    private void VerifyFrames(RecordSequence records, IProgress<long>? progress, CancellationToken cancellation)
    {
        var frames = new FrameVerifier(_dataset, _findings);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        long done = 0;
        Parallel.ForEach(records.InOrder(), options, line =>
        {
            frames.Verify(line.Record, line.Number);
            long checkedFrames = Interlocked.Increment(ref done);
            progress?.Report(checkedFrames);
        });
    }
}
