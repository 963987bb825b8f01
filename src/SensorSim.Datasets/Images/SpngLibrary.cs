using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Images;

/// <summary>The part of libspng's C API in use (spng.h 0.7, package libspng0).</summary>
internal static partial class SpngLibrary
{
    /// <summary>Samples as stored, host-endian.</summary>
    public const int FormatPng = 256;

    private const string Library = "libspng.so.0";

    [LibraryImport(Library, EntryPoint = "spng_ctx_new")]
    public static partial nint NewContext(int flags);

    [LibraryImport(Library, EntryPoint = "spng_ctx_free")]
    public static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "spng_set_png_buffer")]
    public static unsafe partial int SetBuffer(nint context, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "spng_set_image_limits")]
    public static partial int SetImageLimits(nint context, uint width, uint height);

    [LibraryImport(Library, EntryPoint = "spng_set_chunk_limits")]
    public static partial int SetChunkLimits(nint context, nuint chunkSize, nuint cacheSize);

    [LibraryImport(Library, EntryPoint = "spng_get_ihdr")]
    public static partial int GetHeader(nint context, out SpngHeader header);

    [LibraryImport(Library, EntryPoint = "spng_decode_image")]
    public static unsafe partial int DecodeImage(nint context, byte* output, nuint length, int format, int flags);

    [LibraryImport(Library, EntryPoint = "spng_strerror")]
    private static partial nint ErrorText(int error);

    public static string Describe(int error) => Marshal.PtrToStringUTF8(ErrorText(error)) ?? $"error {error}";
}
