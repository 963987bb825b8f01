using SensorSim.Scenes.Images.Native;

namespace SensorSim.Scenes.Images;

/// <summary>One libspng context over one file in memory.</summary>
internal sealed class PngContext : IDisposable
{
    private readonly nint handle = Spng.ContextNew(0) is var context and not 0
        ? context
        : throw new InvalidOperationException("libspng could not allocate a context: out of memory.");

    private long fileBytes;

    public PngHeader Header { get; private set; }

    /// <summary>Reads and checks the header, then runs <paramref name="use"/> while the file's bytes are pinned.</summary>
    public unsafe T Open<T>(ReadOnlySpan<byte> file, ImageLimits limits, Func<PngContext, T> use)
    {
        fixed (byte* bytes = file)
        {
            fileBytes = file.Length;
            Require(Spng.SetPngBuffer(handle, bytes, (nuint)file.Length));
            Require(Spng.SetCrcAction(handle, Spng.CrcError, Spng.CrcDiscard));

            // Text and profiles are not wanted; a bound keeps a hostile file from filling memory with them.
            Require(Spng.SetChunkLimits(handle, 1 << 20, 1 << 22));
            Header = ReadHeader(limits);
            return use(this);
        }
    }

    /// <summary>Decodes the whole image into a buffer of exactly the expected size.</summary>
    public unsafe byte[] Decode(int format, long expectedBytes)
    {
        ImageLimits.CheckExpansion("PNG", (long)Header.Width * Header.Height * Header.BitDepth / 8, fileBytes);
        Require(Spng.DecodedImageSize(handle, format, out nuint size));
        if (size != (nuint)expectedBytes || expectedBytes > Array.MaxLength)
        {
            throw new ImageFormatException($"The PNG file decodes to {size} bytes; expected {expectedBytes}.");
        }

        byte[] pixels = GC.AllocateUninitializedArray<byte>((int)expectedBytes);
        fixed (byte* output = pixels)
        {
            Require(Spng.DecodeImage(handle, output, size, format, Spng.DecodeTransparency));
        }

        return pixels;
    }

    public void Dispose() => Spng.ContextFree(handle);

    private PngHeader ReadHeader(ImageLimits limits)
    {
        Require(Spng.GetHeader(handle, out Spng.Header header));
        limits.Check("PNG", header.Width, header.Height);
        bool transparency = Spng.GetTransparency(handle, out _) == 0;
        return new((int)header.Width, (int)header.Height, header.BitDepth, (PngColorType)header.ColorType, transparency);
    }

    private static void Require(int error)
    {
        if (error != 0)
        {
            throw new ImageFormatException($"The PNG file cannot be decoded: {Spng.Describe(error)}. Export the image again.");
        }
    }
}
