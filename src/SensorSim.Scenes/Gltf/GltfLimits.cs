using SensorSim.Scenes.Images;

namespace SensorSim.Scenes.Gltf;

/// <summary>
/// What a glTF file may ask for. Every size that a file declares is checked against these before anything of that size is allocated,
/// so a damaged or hostile file costs an error message and not the machine's memory.
/// </summary>
public sealed record GltfLimits
{
    public static GltfLimits Default { get; } = new();

    /// <summary>Largest single file: the glTF itself, a buffer or an image. 1 GiB.</summary>
    public long MaximumFileBytes { get; init; } = 1L << 30;

    /// <summary>All files and data URIs of one scene together. 4 GiB.</summary>
    public long MaximumTotalFileBytes { get; init; } = 1L << 32;

    /// <summary>JSON tokens (names, values, brackets). 2 Mi.</summary>
    public int MaximumJsonTokens { get; init; } = 1 << 21;

    /// <summary>Nodes: twice as many as an instance image can name. 131,072.</summary>
    public int MaximumNodes { get; init; } = 1 << 17;

    /// <summary>Elements of any other top-level array, such as accessors. 262,144.</summary>
    public int MaximumElements { get; init; } = 1 << 18;

    /// <summary>Decoded vertex and index arrays together. 4 GiB.</summary>
    public long MaximumGeometryBytes { get; init; } = 1L << 32;

    /// <summary>
    /// Decoded geometry may be this many times larger than the files it came from, above <see cref="GeometryAllowanceBytes"/>.
    /// Sparse and overlapping accessors let a tiny file describe an enormous mesh; honest files stay below 30.
    /// </summary>
    public int MaximumGeometryExpansion { get; init; } = 64;

    /// <summary>Decoded geometry that any file may have, whatever its size. 64 MiB.</summary>
    public long GeometryAllowanceBytes { get; init; } = 64L << 20;

    /// <summary>Decoded geometry of a scene whose files have so many bytes.</summary>
    internal long GeometryBytes(long fileBytes) => Math.Min(MaximumGeometryBytes, GeometryAllowanceBytes + (MaximumGeometryExpansion * fileBytes));

    /// <summary>One image.</summary>
    public ImageLimits Image { get; init; } = ImageLimits.Default;

    /// <summary>Decoded images together, at four bytes per pixel. 4 GiB.</summary>
    public long MaximumImageBytes { get; init; } = 1L << 32;
}
