using System.Runtime.InteropServices;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;
using SensorSim.Signals;

namespace SensorSim.Scenes.Gltf;

/// <summary>A PNG, JPEG or WebP file in memory whose header was read and accepted.</summary>
internal sealed record EncodedImage(JsonCursor At, ReadOnlyMemory<byte> Bytes, int Width, int Height)
{
    /// <exception cref="GltfException">None of these, damaged, or beyond the limits.</exception>
    public static EncodedImage Open(JsonCursor at, ReadOnlyMemory<byte> bytes, ImageLimits limits) => Guard(at, () =>
    {
        if (PngDecoder.IsPng(bytes.Span))
        {
            PngHeader header = PngDecoder.ReadHeader(bytes.Span, limits);
            return new EncodedImage(at, bytes, header.Width, header.Height);
        }

        if (WebpDecoder.IsWebp(bytes.Span))
        {
            (int across, int down) = WebpDecoder.ReadSize(bytes.Span, limits);
            return new EncodedImage(at, bytes, across, down);
        }

        if (!JpegDecoder.IsJpeg(bytes.Span))
        {
            throw new ImageFormatException("The image is neither PNG, JPEG nor WebP; convert it.");
        }

        (int width, int height) = JpegDecoder.ReadSize(bytes.Span, limits);
        return new EncodedImage(at, bytes, width, height);
    });

    public Image Decode(ImageLimits limits) => Guard(At, () =>
    {
        PixelPlane plane = PngDecoder.IsPng(Bytes.Span) ? PngDecoder.DecodeRgba8(Bytes.Span, limits)
            : WebpDecoder.IsWebp(Bytes.Span) ? WebpDecoder.DecodeRgba8(Bytes.Span, limits)
            : JpegDecoder.DecodeRgba8(Bytes.Span, limits);
        return new Image(At.Text("name") ?? FileName(), plane.Width, plane.Height, Pixels(plane.Bytes));
    });

    private string? FileName() => At.Find("uri") is JsonCursor uri && !DataUri.IsDataUri(uri) ? Uri.UnescapeDataString(uri.Text()) : null;

    // The decoders allocate exactly the plane, so its array is the pixels.
    private static byte[] Pixels(ReadOnlyMemory<byte> plane) =>
        MemoryMarshal.TryGetArray(plane, out ArraySegment<byte> segment) && segment.Count == segment.Array!.Length ? segment.Array : plane.ToArray();

    private static T Guard<T>(JsonCursor at, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ImageFormatException e)
        {
            throw at.Error(e.Message, e);
        }
    }
}
