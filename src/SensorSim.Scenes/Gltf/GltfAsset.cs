namespace SensorSim.Scenes.Gltf;

/// <summary>A file that a scene was read from.</summary>
/// <param name="Path">As the glTF names it (relative, percent-decoded, with slashes); the file's own name for the glTF itself.</param>
/// <param name="Sha256">Digest of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
public sealed record GltfAsset(string Path, string Sha256, long Bytes);
