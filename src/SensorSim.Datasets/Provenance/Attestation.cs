using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// Signs a finished dataset: the checkpoint, an in-toto Statement in a DSSE envelope that names the checkpoint text and
/// dataset.json, and the signer's public key beside them. The key beside the data proves nothing about who signed; it
/// only lets damage be told from an unknown signer.
/// </summary>
public static class Attestation
{
    public const string StatementType = "https://in-toto.io/Statement/v1";
    public const string PredicateType = "urn:sensorsim:attestation:dataset:v1";

    /// <summary>Writes checkpoint.txt, attestation.dsse.json and signer.pem. Signing again replaces them.</summary>
    /// <exception cref="DatasetException">No finished dataset in the folder, or it cannot be written.</exception>
    public static void Sign(string folder, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        DatasetReader reader = DatasetReader.Open(folder);
        byte[] description = File.ReadAllBytes(DatasetLayout.Resolve(reader.Root, DatasetLayout.Description));
        Checkpoint checkpoint = Checkpoint.Of(reader.Description, description);
        byte[] payload = Statement(reader.Description, checkpoint);
        byte[] signature = key.Sign(Dsse.PreAuthenticationEncoding(Dsse.InTotoPayloadType, payload));
        var envelope = new DsseEnvelope(Dsse.InTotoPayloadType, payload, key.Public.KeyId, signature);
        AtomicFile.Write(DatasetLayout.Resolve(reader.Root, DatasetLayout.Signer), System.Text.Encoding.ASCII.GetBytes(key.Public.ToPem()));
        AtomicFile.Write(DatasetLayout.Resolve(reader.Root, DatasetLayout.Checkpoint), SignedCheckpoint.Sign(checkpoint, key));
        AtomicFile.Write(DatasetLayout.Resolve(reader.Root, DatasetLayout.Attestation), envelope.ToBytes());
    }

    /// <summary>The statement of a dataset: canonical JSON, the same for every signer.</summary>
    public static byte[] Statement(DatasetDescription description, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(checkpoint);
        return CanonicalJson.Serialize(new JsonObject
        {
            ["_type"] = StatementType,
            ["subject"] = new JsonArray(
                Subject(DatasetLayout.Description, checkpoint.DescriptionSha256),
                Subject("checkpoint", Convert.ToHexStringLower(SHA256.HashData(checkpoint.ToBytes())))),
            ["predicateType"] = PredicateType,
            ["predicate"] = new JsonObject
            {
                ["origin"] = checkpoint.Origin,
                ["frames"] = checkpoint.Frames,
                ["merkle_root"] = description.MerkleRoot,
                ["plan_sha256"] = description.Plan.Sha256(),
                ["device_class"] = description.Plan.DeviceClass,
                ["tool"] = new JsonObject { ["version"] = description.Plan.Tool.Version, ["commit"] = description.Plan.Tool.Commit },
            },
        });
    }

    private static JsonObject Subject(string name, string sha256) =>
        new() { ["name"] = name, ["digest"] = new JsonObject { ["sha256"] = sha256 } };
}
