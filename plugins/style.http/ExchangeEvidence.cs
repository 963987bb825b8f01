using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>What was sent for a clip and what came back: of one request the SHA-256 of its body, of several (tiles) that of their digests, in their order.</summary>
internal sealed class ExchangeEvidence
{
    private readonly List<byte[]> _requests = [];
    private readonly List<byte[]> _answers = [];
    private readonly SortedSet<string> _versions = new(StringComparer.Ordinal);

    public void Add(byte[] request, byte[] answer, string modelVersion)
    {
        _requests.Add(SHA256.HashData(request));
        _answers.Add(SHA256.HashData(answer));
        _versions.Add(modelVersion);
    }

    public IReadOnlyDictionary<string, JsonNode?> ToRecord() => new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["model_version"] = string.Join(", ", _versions),
        ["request_sha256"] = DigestOf(_requests),
        ["requests"] = _requests.Count,
        ["response_sha256"] = DigestOf(_answers),
    };

    // Of one exchange its digest; of several, the digest of their digests.
    private static string DigestOf(List<byte[]> digests) => Convert.ToHexStringLower(digests is [var only] ? only : SHA256.HashData([.. digests.SelectMany(digest => digest)]));
}
