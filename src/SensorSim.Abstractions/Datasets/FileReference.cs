namespace SensorSim.Datasets;

/// <summary>One file of a frame and its digests.</summary>
/// <param name="Path">Relative to the dataset, '/' as separator.</param>
/// <param name="Bytes">Length of the file (or of the member inside a tar shard).</param>
/// <param name="Sha256">Digest of those bytes, lower-case hex.</param>
/// <param name="PixelsSha256">Digest of the header line and the decoded pixels (see <see cref="PixelDigest"/>).</param>
public sealed record FileReference(string Path, long Bytes, string Sha256, string PixelsSha256)
{
    /// <summary>Depth only: "planar" or "range".</summary>
    public string? Kind { get; init; }

    /// <summary>Depth only: metres per unit.</summary>
    public double? ScaleM { get; init; }

    /// <summary>Depth only: the code of a pixel that hit nothing.</summary>
    public int? Invalid { get; init; }

    /// <summary>Position inside <see cref="Path"/> when that is a tar shard.</summary>
    public long? Offset { get; init; }
}
