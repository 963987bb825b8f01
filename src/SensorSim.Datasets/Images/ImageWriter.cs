using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Encodes planes in any of the dataset's formats. Keeps its buffers: use one per thread.</summary>
public sealed class ImageWriter
{
    private readonly PngWriter _png = new();
    private readonly ExrWriter _exr = new();
    private readonly PlyWriter _ply = new();

    /// <summary>The encoded file, valid until the next call.</summary>
    /// <exception cref="ArgumentException">The format cannot hold the plane.</exception>
    /// <param name="plane">The pixels.</param>
    /// <param name="format">PNG, JPEG, OpenEXR, PLY or lines of JSON.</param>
    /// <param name="content">PNG only: what the plane is like.</param>
    /// <param name="xmp">PNG and JPEG: an XMP packet, or null.</param>
    public ReadOnlyMemory<byte> Encode(in PixelPlane plane, ImageFormat format, PngContent content = PngContent.Automatic, string? xmp = null) =>
        format switch
        {
            ImageFormat.Png => _png.Encode(plane, content, xmp),
            ImageFormat.Jpeg => JpegEncoder.Encode(plane, xmp),
            ImageFormat.Ply => _ply.Encode(plane),
            ImageFormat.JsonLines => JsonLines.Encode(plane),
            _ => _exr.Encode(plane),
        };
}
