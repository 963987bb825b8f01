namespace SensorSim.Datasets.Storage;

/// <summary>What <see cref="DatasetWriter.Resume"/> found in a folder that holds a finished dataset.</summary>
/// <param name="MerkleRoot">The root that its dataset.json states.</param>
/// <param name="Files">Image files that were read.</param>
/// <param name="Missing">Frames that have to be rendered again, because a file or the record is missing or not what was written.</param>
/// <param name="Problems">Everything wrong, each with its file; empty when the dataset is whole.</param>
public sealed record ResumeReport(string MerkleRoot, long Files, long Missing, IReadOnlyList<string> Problems)
{
    /// <summary>A part of the signature is missing or damaged: nobody but the signer can mend that, so what is left of it is removed.</summary>
    public bool HasBrokenSignature { get; init; }

    public bool IsWhole => Problems.Count == 0;
}
