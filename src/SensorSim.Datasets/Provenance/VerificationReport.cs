namespace SensorSim.Datasets.Provenance;

/// <summary>The outcome of a verification.</summary>
/// <param name="Findings">Everything wrong, by path and line; empty for an intact dataset.</param>
/// <param name="Frames">Frames checked.</param>
/// <param name="Files">Image files checked.</param>
/// <param name="Signature">What the signature is worth.</param>
/// <param name="KeyId">The signer's key id, when there is a signature.</param>
public sealed record VerificationReport(
    IReadOnlyList<Finding> Findings, long Frames, long Files, SignatureStatus Signature, string? KeyId)
{
    public bool IsIntact => Findings.Count == 0;
}
