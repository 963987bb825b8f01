using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Images.Native;

/// <summary>The part of TurboJPEG 2 (Debian package libturbojpeg0) that is used. Names and numbers are those of turbojpeg.h.</summary>
internal static partial class TurboJpeg
{
    public const int PixelFormatRgb = 0;
    public const int PixelFormatRgba = 7;

    public const int Subsampling444 = 0;

    public const int ColorspaceCmyk = 3;
    public const int ColorspaceYcck = 4;

    /// <summary>The slow integer DCT: the same result on every machine.</summary>
    public const int FlagAccurateDct = 4096;

    /// <summary>A truncated file is an error, not a half-grey picture.</summary>
    public const int FlagStopOnWarning = 8192;

    /// <summary>Refuses progressive files with hundreds of scans, which take minutes.</summary>
    public const int FlagLimitScans = 32768;

    private const string Library = "libturbojpeg.so.0";

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    public static partial nint InitDecompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    public static partial int Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    public static unsafe partial int DecompressHeader(
        nint handle, byte* jpeg, nuint size, out int width, out int height, out int subsampling, out int colorspace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    public static unsafe partial int Decompress(
        nint handle, byte* jpeg, nuint size, byte* output, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    public static partial nint InitCompress();

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    public static unsafe partial int Compress(
        nint handle, byte* pixels, int width, int pitch, int height, int pixelFormat, ref byte* jpeg, ref nuint size, int subsampling, int quality, int flags);

    [LibraryImport(Library, EntryPoint = "tjFree")]
    public static unsafe partial void Free(byte* buffer);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial nint ErrorText(nint handle);

    /// <summary>TurboJPEG's own words for the last failure.</summary>
    public static string Describe(nint handle) => Marshal.PtrToStringUTF8(ErrorText(handle)) ?? "unknown error";
}
