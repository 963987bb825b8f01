using System.Security.Cryptography;
using System.Text;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>The records as they were written, from the chunk manifests: by their hashes an edited line is known.</summary>
public static class WrittenRecords
{
    /// <summary>What is wrong with one line of <c>frames.jsonl</c>, in words that follow its place; null when it is the record that was written.</summary>
    public static string? ProblemOf(DatasetReader dataset, FrameLine line)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(line);
        string? unknown = null;
        for (int chunk = 0; chunk < dataset.Description.Chunks.Count; chunk++)
        {
            if (Of(dataset, chunk) is not { } records)
                unknown ??= $"the record of {line.Record.Frame} cannot be checked: {DatasetLayout.ChunkManifest(chunk)} is missing or changed.";
            else if (records.FirstOrDefault(record => record.Frame == line.Record.Frame) is { Leaf: { } leaf })
                return Difference(line, leaf);
        }

        return unknown ?? $"the record of {line.Record.Frame} was added: no chunk's manifest lists that frame.";
    }

    /// <summary>The frames of a chunk with the hashes of their records in hex; null when the manifest is not the one that dataset.json names.</summary>
    internal static IEnumerable<(string Frame, string Leaf)>? Of(DatasetReader dataset, int chunk) =>
        Manifest(dataset, chunk) is { } lines ? ChunkManifest.RecordsIn(lines) : null;

    /// <summary>Paths of a chunk's images; none when the manifest is not the one that dataset.json names.</summary>
    internal static IEnumerable<string> FilesOf(DatasetReader dataset, int chunk) =>
        Manifest(dataset, chunk) is { } lines ? ChunkManifest.FilesIn(lines) : [];

    private static string[]? Manifest(DatasetReader dataset, int chunk)
    {
        string path = DatasetLayout.Resolve(dataset.Root, DatasetLayout.ChunkManifest(chunk));
        if (RegularFile.ReadProblem(path) is not null)
            return null;
        byte[] manifest = RegularFile.ReadAllBytes(path);
        bool isAsWritten = Convert.ToHexStringLower(SHA256.HashData(manifest)) == dataset.Description.Chunks[chunk].ManifestSha256;
        return isAsWritten ? Encoding.UTF8.GetString(manifest).Split('\n') : null;
    }

    /// <summary>Refuses a dataset whose description or records are not the ones that were written; the images are not looked at.</summary>
    /// <exception cref="DatasetException">Names the file and, where the manifests tell, the line.</exception>
    public static void Require(DatasetReader dataset)
    {
        RequireDescription(dataset);
        var tree = new MerkleTree();
        foreach (TextLine line in dataset.Lines())
            tree.Append(line.Bytes.Span);
        if (Convert.ToHexStringLower(tree.Root()) != dataset.Description.MerkleRoot)
            throw Edited(dataset);
    }

    /// <summary>Refuses a dataset whose description is not the one that was written.</summary>
    /// <exception cref="DatasetException">Names the file.</exception>
    public static void RequireDescription(DatasetReader dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        string description = Path.Combine(dataset.Root, DatasetLayout.Description), checkpoint = DatasetLayout.Resolve(dataset.Root, DatasetLayout.Checkpoint);
        byte[] text = Checkpoint.Of(dataset.Description, RegularFile.ReadAllBytes(description)).ToBytes();
        if (!RegularFile.ReadAllBytes(checkpoint).AsSpan().StartsWith(text))
            throw new DatasetException(description, $"was changed, or {DatasetLayout.Checkpoint} was: they do not fit each other. sensorsim verify says which value, and what else was.");
    }

    private static DatasetException Edited(DatasetReader dataset)
    {
        var findings = new FindingList();
        new EditedLines(dataset, findings).Report();
        string path = Path.Combine(dataset.Root, DatasetLayout.Frames);
        return findings.Sorted() is [{ Line: { } line } first, ..]
            ? new(path, line, first.Message)
            : new(path, "was changed: the Merkle root of its lines is not the one in dataset.json.");
    }

    private static string? Difference(FrameLine line, string written)
    {
        string leaf = Convert.ToHexStringLower(MerkleTree.LeafHash(line.Bytes.Span));
        return leaf == written ? null : $"the record of {line.Record.Frame} was changed: its hash is {leaf}, the chunk's manifest has {written}.";
    }
}
