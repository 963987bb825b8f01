namespace SensorSim.Vulkan.Images;

/// <summary>Facts about pixel formats.</summary>
public static class PixelFormatExtensions
{
    extension(PixelFormat format)
    {
        public bool IsDepth => format is PixelFormat.D16UNorm or PixelFormat.D32Float;

        public bool IsInteger => format is PixelFormat.R8UInt or PixelFormat.R8G8B8A8UInt or PixelFormat.R16UInt or PixelFormat.R16G16UInt or PixelFormat.R16G16B16A16UInt
            or PixelFormat.R32UInt or PixelFormat.R32SInt or PixelFormat.R32G32UInt or PixelFormat.R32G32SInt or PixelFormat.R32G32B32A32UInt or PixelFormat.R32G32B32A32SInt;

        public bool IsSrgb => format is PixelFormat.R8G8B8A8UNormSrgb;

        /// <summary>Bytes of one pixel in a tightly packed copy.</summary>
        public int BytesPerPixel => format switch
        {
            PixelFormat.R8UNorm or PixelFormat.R8UInt => 1,
            PixelFormat.R8G8UNorm or PixelFormat.R16UNorm or PixelFormat.R16UInt or PixelFormat.R16Float or PixelFormat.D16UNorm => 2,
            PixelFormat.R16G16B16A16UNorm or PixelFormat.R16G16B16A16SNorm or PixelFormat.R16G16B16A16UInt or PixelFormat.R16G16B16A16Float
                or PixelFormat.R32G32UInt or PixelFormat.R32G32SInt or PixelFormat.R32G32Float => 8,
            PixelFormat.R32G32B32Float => 12,
            PixelFormat.R32G32B32A32UInt or PixelFormat.R32G32B32A32SInt or PixelFormat.R32G32B32A32Float => 16,
            PixelFormat.Undefined => throw new ArgumentOutOfRangeException(nameof(format), format, "The format has no size."),
            _ => 4,
        };
    }
}
