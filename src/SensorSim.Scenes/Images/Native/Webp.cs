using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Images.Native;

/// <summary>The part of libwebp 1.2 (Debian package libwebp7) that decoding needs. Names are those of webp/decode.h.</summary>
internal static unsafe partial class Webp
{
    private const string Library = "libwebp.so.7";

    /// <summary>0 when the header is not a WebP's.</summary>
    [LibraryImport(Library, EntryPoint = "WebPGetInfo")]
    public static partial int GetInfo(byte* data, nuint size, out int width, out int height);

    /// <summary>0 when decoding fails.</summary>
    [LibraryImport(Library, EntryPoint = "WebPDecodeRGBAInto")]
    public static partial nint DecodeRgbaInto(byte* data, nuint size, byte* output, nuint outputSize, int outputStride);
}
