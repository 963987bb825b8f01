using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>A payload and one signature over it, as DSSE writes them.</summary>
/// <param name="PayloadType">Media type of the payload.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="KeyId">SHA-256 of the signer's SubjectPublicKeyInfo, lower-case hex.</param>
/// <param name="Signature">ASN.1 DER (this program) or r || s.</param>
public sealed record DsseEnvelope(string PayloadType, IReadOnlyList<byte> Payload, string KeyId, IReadOnlyList<byte> Signature)
{
    /// <summary>Canonical JSON and a newline.</summary>
    public byte[] ToBytes() =>
    [
        .. CanonicalJson.Serialize(new JsonObject
        {
            ["payload"] = Convert.ToBase64String([.. Payload]),
            ["payloadType"] = PayloadType,
            ["signatures"] = new JsonArray(new JsonObject { ["keyid"] = KeyId, ["sig"] = Convert.ToBase64String([.. Signature]) }),
        }),
        (byte)'\n',
    ];

    /// <exception cref="FormatException">Not an envelope with exactly one signature. URL-safe base64 is read too.</exception>
    public static DsseEnvelope Parse(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, Read);

    private static DsseEnvelope Read(JsonFields f)
    {
        var signatures = f.List("signatures", (element, path) => new JsonFields(element, path))
            .Select(s => (KeyId: s.Text("keyid"), Signature: FromBase64(s.Text("sig")))).ToArray();
        return signatures is [var only]
            ? new(f.Text("payloadType"), FromBase64(f.Text("payload")), only.KeyId, only.Signature)
            : throw new FormatException($"'signatures' should hold one signature, not {signatures.Length}.");
    }

    private static byte[] FromBase64(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'));
}
