using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Images;

/// <summary>The part of libtiff's C API in use (libtiff 4, package libtiff6). Tags are those of TIFF 6.0 and of TIFF/EP.</summary>
internal static partial class TiffLibrary
{
    public const uint ImageWidth = 256;
    public const uint ImageLength = 257;
    public const uint BitsPerSample = 258;
    public const uint Photometric = 262;
    public const uint SamplesPerPixel = 277;
    public const uint SampleFormat = 339;

    public const ushort MinIsBlack = 1;
    public const ushort ColorFilterArray = 32803;
    public const ushort UnsignedInteger = 1;

    private const string Library = "libtiff.so.6";

    [LibraryImport(Library, EntryPoint = "TIFFOpen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Open(string path, string mode);

    [LibraryImport(Library, EntryPoint = "TIFFClose")]
    public static partial void Close(nint file);

    [LibraryImport(Library, EntryPoint = "TIFFIsTiled")]
    public static partial int IsTiled(nint file);

    [LibraryImport(Library, EntryPoint = "TIFFScanlineSize64")]
    public static partial long ScanlineSize(nint file);

    [LibraryImport(Library, EntryPoint = "TIFFReadScanline")]
    public static unsafe partial int ReadScanline(nint file, byte* buffer, uint row, ushort sample);

    /// <summary>Of a tag of 16 bits. In C the pointer is one of a variable number of arguments, which on Linux are passed as others are.</summary>
    [LibraryImport(Library, EntryPoint = "TIFFGetFieldDefaulted")]
    public static partial int GetField(nint file, uint tag, out ushort value);

    /// <summary>Of a tag of 32 bits.</summary>
    [LibraryImport(Library, EntryPoint = "TIFFGetFieldDefaulted")]
    public static partial int GetField(nint file, uint tag, out uint value);

    /// <summary>Null keeps the library from writing to the standard error stream.</summary>
    [LibraryImport(Library, EntryPoint = "TIFFSetErrorHandler")]
    public static partial nint SetErrorHandler(nint handler);

    /// <inheritdoc cref="SetErrorHandler"/>
    [LibraryImport(Library, EntryPoint = "TIFFSetWarningHandler")]
    public static partial nint SetWarningHandler(nint handler);
}
