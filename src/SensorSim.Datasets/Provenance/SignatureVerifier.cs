using System.Security.Cryptography;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Files;

namespace SensorSim.Datasets.Provenance;

/// <summary>Checks checkpoint.txt, attestation.dsse.json and signer.pem to the byte.</summary>
internal sealed class SignatureVerifier(string root, FindingList findings)
{
    /// <summary>The signature's worth and the signer, against the checkpoint that the dataset should have.</summary>
    public (SignatureStatus Status, string? KeyId) Verify(DatasetDescription description, Checkpoint expected, IReadOnlyList<PublicKey> trusted)
    {
        byte[]? checkpoint = Read(DatasetLayout.Checkpoint), envelope = Read(DatasetLayout.Attestation), signer = Read(DatasetLayout.Signer);
        if (envelope is null && signer is null && (checkpoint is null || checkpoint.Length <= expected.ToBytes().Length))
        {
            if (checkpoint is not null && !checkpoint.AsSpan().SequenceEqual(expected.ToBytes()))
                findings.Add(DatasetLayout.Checkpoint, "does not say what the dataset's frames and dataset.json amount to.");
            return (SignatureStatus.Unsigned, null);
        }

        if (ReadSigner(signer) is not { } key)
            return (SignatureStatus.Invalid, null);
        bool valid = Report(DatasetLayout.Checkpoint, checkpoint is not null && SignedCheckpoint.Verify(checkpoint, expected, key), "the text or its signature does not fit the dataset.")
            & Report(DatasetLayout.Attestation, envelope is not null && Covers(envelope, Attestation.Statement(description, expected), key), "missing, or its statement or signature does not fit the dataset.");
        SignatureStatus status = !valid ? SignatureStatus.Invalid
            : trusted.Any(t => t.KeyId == key.KeyId) ? SignatureStatus.Trusted : SignatureStatus.UnknownSigner;
        return (status, key.KeyId);
    }

    private static bool Covers(byte[] file, byte[] statement, PublicKey key)
    {
        try
        {
            DsseEnvelope envelope = DsseEnvelope.Parse(file);
            return envelope.ToBytes().AsSpan().SequenceEqual(file)
                && envelope.PayloadType == Dsse.InTotoPayloadType
                && envelope.KeyId == key.KeyId
                && envelope.Payload.SequenceEqual(statement)
                && key.Verify(Dsse.PreAuthenticationEncoding(envelope.PayloadType, statement), [.. envelope.Signature]);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private PublicKey? ReadSigner(byte[]? pem)
    {
        if (pem is null)
        {
            findings.Add(DatasetLayout.Signer, "the file is missing, though the dataset is signed.");
            return null;
        }

        PublicKey? key = ParsePem(System.Text.Encoding.ASCII.GetString(pem));
        bool exact = key is not null && System.Text.Encoding.ASCII.GetBytes(key.ToPem()).AsSpan().SequenceEqual(pem);
        return Report(DatasetLayout.Signer, exact, "is not the PEM public key of a P-256 signer.") ? key : null;
    }

    private static PublicKey? ParsePem(string pem)
    {
        try
        {
            return PublicKey.FromPem(pem);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            return null; // reported by the caller, with the file
        }
    }

    private bool Report(string path, bool holds, string message)
    {
        if (!holds)
            findings.Add(path, message);
        return holds;
    }

    private byte[]? Read(string path)
    {
        string file = DatasetLayout.Resolve(root, path);
        if (RegularFile.ReadProblem(file) is not { } problem)
            return RegularFile.ReadAllBytes(file);
        if (path == DatasetLayout.Checkpoint || FileKinds.Of(file) != FileKind.None)
            findings.Add(path, problem);
        return null;
    }
}
