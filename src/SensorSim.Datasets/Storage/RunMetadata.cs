using System.Security.Cryptography;

namespace SensorSim.Datasets.Storage;

/// <summary>Facts of one run (host, device UUID, wall clock): files named after their digest, outside the dataset's identity.</summary>
internal static class RunMetadata
{
    private const int DigestCharacters = 16;

    /// <summary>"provenance/run-0123456789abcdef.json".</summary>
    public static string PathOf(ReadOnlySpan<byte> content) =>
        $"{DatasetLayout.Provenance}/run-{Convert.ToHexStringLower(SHA256.HashData(content))[..DigestCharacters]}.json";

    /// <summary>Whether a file's content has the digest in the file's name.</summary>
    /// <exception cref="DatasetException">Not readable.</exception>
    public static bool HasItsName(string path) => Path.GetFileName(PathOf(RegularFile.ReadAllBytes(path))) == Path.GetFileName(path);
}
