using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Decodes whichever of the dataset's image formats the bytes are in.</summary>
public static class ImageReader
{
    /// <exception cref="ImageFormatException">Neither PNG nor OpenEXR, or damaged.</exception>
    public static PixelPlane Decode(ReadOnlySpan<byte> file)
    {
        if (PngReader.HasSignature(file))
            return PngReader.Decode(file);
        return ExrReader.HasSignature(file) ? ExrReader.Decode(file) : throw new ImageFormatException("Neither a PNG nor an OpenEXR image.");
    }
}
