using SensorSim.Cameras;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Decodes whichever of the dataset's image formats the bytes are in.</summary>
public static class ImageReader
{
    /// <summary>Whatever a camera may have made.</summary>
    private static readonly ImageLimits s_limits = new(CameraIntrinsics.MaximumSide, (long)CameraIntrinsics.MaximumSide * CameraIntrinsics.MaximumSide);

    /// <exception cref="ImageFormatException">Neither PNG nor JPEG nor OpenEXR nor PLY nor lines of JSON, or damaged.</exception>
    public static PixelPlane Decode(ReadOnlySpan<byte> file)
    {
        if (PngDecoder.IsPng(file))
            return PngDecoder.Decode(file, s_limits);
        if (JpegDecoder.IsJpeg(file))
            return JpegDecoder.DecodeRgb8(file, s_limits);
        if (PlyReader.HasSignature(file))
            return PlyReader.Decode(file);
        if (JsonLines.HasSignature(file))
            return JsonLines.Decode(file);
        return ExrReader.HasSignature(file) ? ExrReader.Decode(file) : throw new ImageFormatException("Neither a PNG, a JPEG nor an OpenEXR image.");
    }
}
