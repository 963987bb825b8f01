using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Encodes planes in either of the dataset's image formats. Keeps its buffers: use one per thread.</summary>
public sealed class ImageWriter
{
    private readonly PngWriter _png = new();
    private readonly ExrWriter _exr = new();

    /// <summary>The encoded file, valid until the next call.</summary>
    /// <exception cref="ArgumentException">The format cannot hold the plane.</exception>
    public ReadOnlyMemory<byte> Encode(in PixelPlane plane, ImageFormat format, PngContent content = PngContent.Automatic) =>
        format == ImageFormat.Png ? _png.Encode(plane, content) : _exr.Encode(plane);
}
