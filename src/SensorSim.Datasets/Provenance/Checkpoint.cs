using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// A dataset in four lines, in the form of a transparency log's checkpoint (C2SP tlog-checkpoint): origin, number of
/// frames, Merkle root in base64, and the digest of <c>dataset.json</c> as an extension line. This is what is signed.
/// </summary>
/// <param name="Origin">"sensorsim/" and the scenario's id and version.</param>
/// <param name="Frames">Leaves of the tree.</param>
/// <param name="Root">32 bytes.</param>
/// <param name="DescriptionSha256">Digest of dataset.json, lower-case hex.</param>
public sealed record Checkpoint(string Origin, long Frames, IReadOnlyList<byte> Root, string DescriptionSha256)
{
    /// <summary>The checkpoint of a dataset whose dataset.json has these bytes.</summary>
    public static Checkpoint Of(DatasetDescription description, ReadOnlySpan<byte> descriptionJson)
    {
        ArgumentNullException.ThrowIfNull(description);
        ScenarioIdentity scenario = description.Plan.Scenario;
        return new(
            $"sensorsim/{OneLine(scenario.Id)}@{OneLine(scenario.Version)}",
            description.Counts.Frames,
            Convert.FromHexString(description.MerkleRoot),
            Convert.ToHexStringLower(SHA256.HashData(descriptionJson)));
    }

    /// <summary>The signed text, with its last newline.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Origin}\n{Frames}\n{Convert.ToBase64String([.. Root])}\ndataset.json sha256:{DescriptionSha256}\n"));

    private static string OneLine(string text) => text.ReplaceLineEndings("_").Replace(' ', '_');
}
