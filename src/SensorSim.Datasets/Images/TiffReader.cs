using SensorSim.Cameras;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Reads a camera's raw frame from a TIFF file: one channel of 16 bits, grey or a mosaic (TIFF/EP), in strips, in whatever compression libtiff knows.</summary>
public static class TiffReader
{
    private static readonly ImageLimits s_limits = new(CameraIntrinsics.MaximumSide, (long)CameraIntrinsics.MaximumSide * CameraIntrinsics.MaximumSide);

    /// <summary>Whether the bytes begin as TIFF files do, in either order of bytes.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> file) =>
        file.StartsWith("II*\0"u8) || file.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, (byte)'*']);

    /// <summary>Reads the first image of a file.</summary>
    /// <exception cref="ImageFormatException">No TIFF, damaged, of another kind than said above, or libtiff is not installed.</exception>
    public static PixelPlane Read(string path)
    {
        try
        {
            _ = TiffLibrary.SetErrorHandler(0);
            _ = TiffLibrary.SetWarningHandler(0);
            nint file = TiffLibrary.Open(path, "r");
            if (file == 0)
            {
                throw new ImageFormatException("libtiff cannot open the TIFF file: it is damaged. Export it again.");
            }

            try
            {
                return Read(file);
            }
            finally
            {
                TiffLibrary.Close(file);
            }
        }
        catch (DllNotFoundException missing)
        {
            throw new ImageFormatException("Reading TIFF needs libtiff.so.6, which is not installed. Install it: apt-get install libtiff6.", missing);
        }
    }

    private static PixelPlane Read(nint file)
    {
        _ = TiffLibrary.GetField(file, TiffLibrary.ImageWidth, out uint width);
        _ = TiffLibrary.GetField(file, TiffLibrary.ImageLength, out uint height);
        s_limits.Check("TIFF", width, height);
        RequireRaw(file);
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)(2 * width * height)));
        ReadRows(file, bytes, (int)(2 * width), (int)height);
        return new((int)width, (int)height, 1, SampleType.UInt16, bytes);
    }

    private static void RequireRaw(nint file)
    {
        ushort Tag(uint tag) => TiffLibrary.GetField(file, tag, out ushort value) != 0 ? value : (ushort)0;
        (ushort bits, ushort channels, ushort format, ushort kind) =
            (Tag(TiffLibrary.BitsPerSample), Tag(TiffLibrary.SamplesPerPixel), Tag(TiffLibrary.SampleFormat), Tag(TiffLibrary.Photometric));
        if (bits != 16 || channels != 1 || format != TiffLibrary.UnsignedInteger || kind is not (TiffLibrary.MinIsBlack or TiffLibrary.ColorFilterArray))
        {
            throw new ImageFormatException(
                $"The TIFF image has {channels} channels of {bits} bits (sample format {format}, photometric interpretation {kind}). One channel of 16 bits without sign is expected, grey (1) or a mosaic (32803).");
        }

        if (TiffLibrary.IsTiled(file) != 0)
        {
            throw new ImageFormatException("The TIFF image is stored in tiles; strips are expected. Convert it: tiffcp -s.");
        }
    }

    private static unsafe void ReadRows(nint file, byte[] bytes, int stride, int height)
    {
        if (TiffLibrary.ScanlineSize(file) != stride)
        {
            throw new ImageFormatException($"A row of the TIFF image has {TiffLibrary.ScanlineSize(file)} bytes; {stride} are expected. Export it again.");
        }

        fixed (byte* start = bytes)
        {
            for (int row = 0; row < height; row++)
            {
                if (TiffLibrary.ReadScanline(file, start + ((long)row * stride), (uint)row, 0) < 0)
                {
                    throw new ImageFormatException($"Row {row} of the TIFF image cannot be read: the file is truncated or damaged. Export it again.");
                }
            }
        }
    }
}
