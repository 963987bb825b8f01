namespace SensorSim.Datasets.Storage;

/// <summary>
/// A run of consecutive frames. Chunks have a power of two of frames, so that a chunk's root is a node of the
/// dataset's Merkle tree.
/// </summary>
/// <param name="First">Line of the first frame, from 0.</param>
/// <param name="Frames">Frames in the chunk.</param>
/// <param name="MerkleRoot">Root over these frames' records, hex.</param>
/// <param name="Manifest">Path of the list of its files, in the format of sha256sum.</param>
/// <param name="ManifestSha256">Digest of that list.</param>
public sealed record DatasetChunk(long First, int Frames, string MerkleRoot, string Manifest, string ManifestSha256);
