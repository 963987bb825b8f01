using System.Globalization;
using System.Security.Cryptography;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>Checks the files that a dataset has besides its images: <c>dataset.json</c>, chunk manifests, run metadata, and that there are no others.</summary>
internal sealed class OwnFilesVerifier(DatasetReader dataset, FindingList findings)
{
    /// <summary>Compares the manifests on the disk with those that the records give.</summary>
    public void VerifyManifests(DatasetDescription expected, IReadOnlyList<byte[]> manifests)
    {
        for (int i = 0; i < manifests.Count; i++)
        {
            string path = expected.Chunks[i].Manifest;
            if (Read(path) is { } found && !found.AsSpan().SequenceEqual(manifests[i]) && !IsAsWritten(i, found))
                findings.Add(path, "does not list the files and digests of its frames.");
        }
    }

    /// <summary>Compares <c>dataset.json</c> with what it must be, given the frames.</summary>
    /// <returns>What it must be.</returns>
    public byte[] VerifyDescription(DatasetDescription expected)
    {
        DatasetDescription found = dataset.Description;
        if (found.MerkleRoot != expected.MerkleRoot)
            findings.Add(DatasetLayout.Description, $"merkle_root is {found.MerkleRoot}, the records of frames.jsonl give {expected.MerkleRoot}.");
        if (found.Counts != expected.Counts)
            findings.Add(DatasetLayout.Description, $"counts are {Text(found.Counts)}; the records of frames.jsonl give {Text(expected.Counts)}.");
        if (found.MerkleRoot == expected.MerkleRoot && !found.Chunks.SequenceEqual(expected.Chunks))
            findings.Add(DatasetLayout.Description, "chunks do not fit the records of frames.jsonl.");
        if (Read(DatasetLayout.Description) is { } onDisk && !onDisk.AsSpan().SequenceEqual(DatasetDescriptionJson.Serialize(found)))
            findings.Add(DatasetLayout.Description, "is not in canonical form, or its plan_sha256 does not fit its content.");
        return DatasetDescriptionJson.Serialize(expected);
    }

    /// <summary>Run metadata carries its digest in its name; anything else that nobody lists is reported.</summary>
    /// <param name="images">What the records list.</param>
    public void VerifyNothingElse(IReadOnlySet<string> images)
    {
        // An image whose record is broken or gone has a finding of its record, and needs none of its own.
        int chunks = dataset.Description.Chunks.Count;
        HashSet<string> own =
        [
            DatasetLayout.Description, DatasetLayout.Frames, DatasetLayout.Checkpoint, DatasetLayout.Attestation, DatasetLayout.Signer,
            .. Enumerable.Range(0, chunks).Select(DatasetLayout.ChunkManifest),
            .. Enumerable.Range(0, chunks).SelectMany(chunk => WrittenRecords.FilesOf(dataset, chunk)),
        ];
        HashSet<string> folders = [DatasetLayout.Provenance, DatasetLayout.Chunks, .. images.Select(image => Path.GetDirectoryName(image)!)];
        foreach (string file in FilesBelow(dataset.Root))
        {
            string path = PathOf(file);
            if (images.Contains(path) || own.Contains(path) || folders.Contains(path))
                continue;
            if (!path.StartsWith("provenance/run-", StringComparison.Ordinal))
                findings.Add(path, "is not part of the dataset.");
            else if (Read(path) is { } metadata && RunMetadata.PathOf(metadata) != path)
                findings.Add(path, "does not have the digest in its name.");
        }
    }

    /// <summary>Every file; a folder that cannot be read is a finding and hides none of the others.</summary>
    private IEnumerable<string> FilesBelow(string folder)
    {
        try
        {
            string[] files = Directory.GetFiles(folder), folders = Directory.GetDirectories(folder);
            return files.Concat(folders.SelectMany(one => IsLink(one) ? [one] : FilesBelow(one)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(PathOf(folder), $"the folder could not be read: {FileFailure.Reason(e)}.");
            return [];
        }
    }

    // What lies behind a link may be a circle, or the whole disk; the files that records name there have been looked at.
    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private string PathOf(string file) => Path.GetRelativePath(dataset.Root, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string Text(DatasetCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Frames} frames, {counts.Samples} samples, {counts.Objects} objects, {counts.Rejected} rejected, {counts.Files} files, {counts.Bytes} bytes");

    /// <summary>A manifest that dataset.json vouches for is not at fault where it differs from the records.</summary>
    private bool IsAsWritten(int chunk, byte[] manifest) =>
        chunk < dataset.Description.Chunks.Count && dataset.Description.Chunks[chunk].ManifestSha256 == Convert.ToHexStringLower(SHA256.HashData(manifest));

    /// <summary>The file's bytes; without them a finding and null.</summary>
    private byte[]? Read(string path)
    {
        try
        {
            return RegularFile.ReadAllBytes(DatasetLayout.Resolve(dataset.Root, path));
        }
        catch (DatasetException e)
        {
            findings.Add(path, e.Problem);
            return null;
        }
    }
}
