using System.Security.Cryptography;

namespace SensorSim.Datasets.Storage;

/// <summary>Facts of one run (host, device UUID, wall clock): files named after their digest, outside the dataset's identity.</summary>
public static class RunMetadata
{
    private const int DigestCharacters = 16;

    /// <summary>"provenance/run-0123456789abcdef.json".</summary>
    public static string PathOf(ReadOnlySpan<byte> content) =>
        $"{DatasetLayout.Provenance}/run-{Convert.ToHexStringLower(SHA256.HashData(content))[..DigestCharacters]}.json";

    /// <summary>Makes the facts of one dataset's runs those of another, too: the second comes of the first.</summary>
    /// <exception cref="DatasetException">One was changed.</exception>
    public static void Link(string from, string to)
    {
        string folder = Path.Combine(from, DatasetLayout.Provenance);
        foreach (string path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "run-*.json") : [])
        {
            if (!HasItsName(path))
                throw new DatasetException(path, "was changed: it does not have the digest in its name.");
            string copy = Path.Combine(to, DatasetLayout.Provenance, Path.GetFileName(path));
            if (!File.Exists(copy))
                HardLink.CreateOrCopy(path, copy);
        }
    }

    /// <summary>Whether a file's content has the digest in the file's name.</summary>
    /// <exception cref="DatasetException">Not readable.</exception>
    public static bool HasItsName(string path) => Path.GetFileName(PathOf(RegularFile.ReadAllBytes(path))) == Path.GetFileName(path);
}
