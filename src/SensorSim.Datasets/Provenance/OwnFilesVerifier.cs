using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
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
        byte[] found = DatasetDescriptionJson.Serialize(dataset.Description), given = DatasetDescriptionJson.Serialize(expected);
        bool isOfOtherRecords = dataset.Description.MerkleRoot != expected.MerkleRoot; // and then so is each chunk
        foreach (JsonDifference one in JsonDifference.Between(JsonNode.Parse(found), JsonNode.Parse(given)).Where(one => !isOfOtherRecords || !one.Key.StartsWith("chunks", StringComparison.Ordinal)))
            findings.Add(DatasetLayout.Description, $"{one.Key} is {one.There}, the records of frames.jsonl give {one.Here}.");
        if (Read(DatasetLayout.Description) is { } onDisk && !onDisk.AsSpan().SequenceEqual(found))
            findings.Add(DatasetLayout.Description, WhyNotCanonical(onDisk));
        return given;
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

    // All values of the description are read from the file but this one, which is computed.
    private string WhyNotCanonical(byte[] onDisk)
    {
        string digest = dataset.Description.Plan.Sha256();
        return onDisk.AsSpan().IndexOf(Encoding.UTF8.GetBytes(digest)) < 0
            ? $"plan_sha256 does not fit the plan, which has the digest {digest}: a value in cameras, categories, depth, device_class, scenario, settings, skeletons or tool was changed, or plan_sha256 itself."
            : "is not in canonical form (RFC 8785): the order of its keys, the spaces between them or keys besides them were changed, and no value.";
    }

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
