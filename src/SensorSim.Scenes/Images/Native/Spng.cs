using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Images.Native;

/// <summary>The part of libspng 0.7 (Debian package libspng0) that decoding needs. Names and numbers are those of spng.h.</summary>
internal static partial class Spng
{
    public const int FormatRgba8 = 1;
    public const int FormatRgba16 = 2;
    public const int FormatRgb8 = 4;
    public const int FormatGrayAlpha8 = 16;
    public const int FormatGrayAlpha16 = 32;
    public const int FormatGray8 = 64;

    /// <summary>The file's own format, samples in the machine's byte order.</summary>
    public const int FormatPng = 256;

    public const int DecodeTransparency = 1;

    public const int CrcError = 0;
    public const int CrcDiscard = 1;

    private const string Library = "libspng.so.0";

    [LibraryImport(Library, EntryPoint = "spng_ctx_new")]
    public static partial nint ContextNew(int flags);

    [LibraryImport(Library, EntryPoint = "spng_ctx_free")]
    public static partial void ContextFree(nint context);

    [LibraryImport(Library, EntryPoint = "spng_set_png_buffer")]
    public static unsafe partial int SetPngBuffer(nint context, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "spng_set_chunk_limits")]
    public static partial int SetChunkLimits(nint context, nuint chunkSize, nuint cacheSize);

    [LibraryImport(Library, EntryPoint = "spng_set_crc_action")]
    public static partial int SetCrcAction(nint context, int critical, int ancillary);

    [LibraryImport(Library, EntryPoint = "spng_get_ihdr")]
    public static partial int GetHeader(nint context, out Header header);

    [LibraryImport(Library, EntryPoint = "spng_get_trns")]
    public static partial int GetTransparency(nint context, out Transparency transparency);

    [LibraryImport(Library, EntryPoint = "spng_decoded_image_size")]
    public static partial int DecodedImageSize(nint context, int format, out nuint size);

    [LibraryImport(Library, EntryPoint = "spng_decode_image")]
    public static unsafe partial int DecodeImage(nint context, byte* output, nuint size, int format, int flags);

    [LibraryImport(Library, EntryPoint = "spng_strerror")]
    private static partial nint ErrorText(int error);

    /// <summary>libspng's own words for an error number.</summary>
    public static string Describe(int error) => Marshal.PtrToStringUTF8(ErrorText(error)) ?? $"error {error}";

    /// <summary>struct spng_ihdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Header
    {
        public uint Width;
        public uint Height;
        public byte BitDepth;
        public byte ColorType;
        public byte CompressionMethod;
        public byte FilterMethod;
        public byte InterlaceMethod;
    }

    /// <summary>struct spng_trns; only its presence matters here, so the alpha table is plain space.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 8 + 4 + 256)]
    public struct Transparency
    {
        public ushort Gray;
    }
}
