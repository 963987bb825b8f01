namespace SensorSim.Datasets.Images;

/// <summary>The container of a plane or point cloud on disk.</summary>
public enum ImageFormat
{
    /// <summary>Lossless, 8 or 16 bits per sample, 1, 3 or 4 channels.</summary>
    Png,

    /// <summary>8-bit RGB with a loss that nobody sees; pictures only.</summary>
    Jpeg,

    /// <summary>OpenEXR, float32: one channel is written as Z, three as R, G, B.</summary>
    Exr,

    /// <summary>A point cloud (see <see cref="Labels.PointCloud"/>) as little-endian binary PLY.</summary>
    Ply,

    /// <summary>Lines of JSON as they are: one row of bytes, one channel.</summary>
    JsonLines,
}
