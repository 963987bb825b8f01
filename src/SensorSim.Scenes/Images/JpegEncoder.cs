using System.Buffers.Binary;
using System.Text;
using SensorSim.Scenes.Images.Native;
using SensorSim.Signals;

namespace SensorSim.Scenes.Images;

/// <summary>Encodes 8-bit RGB as JPEG (baseline, colour at full resolution) through TurboJPEG; the same picture gives the same bytes with one version of the library.</summary>
public static unsafe class JpegEncoder
{
    /// <summary>Of datasets: differences that a person does not see, at a third of a PNG's size.</summary>
    public const int Quality = 95;

    private const int LongestSegment = ushort.MaxValue - 2;

    private static ReadOnlySpan<byte> StartOfImage => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> App1 => [0xFF, 0xE1];

    private static ReadOnlySpan<byte> XmpNamespace => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <param name="image">Three channels of 8 bits.</param>
    /// <param name="xmp">An XMP packet for an APP1 segment, or null.</param>
    /// <exception cref="ArgumentException">JPEG cannot hold such a plane, or the packet is too long for one segment.</exception>
    public static byte[] Encode(in PixelPlane image, string? xmp = null)
    {
        if (image is not { Channels: 3, SampleType: SampleType.UInt8 } || image.Bytes.Length != image.ByteCount)
        {
            throw new ArgumentException($"JPEG holds three channels of 8 bits, not {image.Channels} of {image.SampleType}.", nameof(image));
        }

        byte[] file = Compress(image);
        return xmp is null ? file : WithPacket(file, Encoding.UTF8.GetBytes(xmp));
    }

    /// <summary>What a reader gets of a picture that was written as JPEG: three channels of 8 bits.</summary>
    public static PixelPlane Written(in PixelPlane image) => JpegDecoder.DecodeRgb8(Encode(image));

    private static byte[] Compress(in PixelPlane image)
    {
        nint handle = TurboJpeg.InitCompress();
        if (handle == 0)
        {
            throw new InvalidOperationException("TurboJPEG could not allocate a compressor: out of memory.");
        }

        byte* jpeg = null;
        try
        {
            fixed (byte* pixels = image.Bytes.Span)
            {
                nuint size = 0;
                int result = TurboJpeg.Compress(
                    handle, pixels, image.Width, image.Width * 3, image.Height, TurboJpeg.PixelFormatRgb, ref jpeg, ref size, TurboJpeg.Subsampling444, Quality, TurboJpeg.FlagAccurateDct);
                return result == 0 ? new ReadOnlySpan<byte>(jpeg, (int)size).ToArray() : throw new InvalidOperationException($"The picture cannot be written as JPEG: {TurboJpeg.Describe(handle)}.");
            }
        }
        finally
        {
            TurboJpeg.Free(jpeg);
            _ = TurboJpeg.Destroy(handle);
        }
    }

    // Right behind the start of the image, as the XMP specification (part 3) has it.
    private static byte[] WithPacket(byte[] file, byte[] packet)
    {
        int length = sizeof(ushort) + XmpNamespace.Length + packet.Length;
        if (length > LongestSegment)
        {
            throw new ArgumentException($"The XMP packet has {packet.Length} bytes; a JPEG segment holds fewer than {LongestSegment}.", nameof(packet));
        }

        byte[] segment = new byte[App1.Length + length];
        App1.CopyTo(segment);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(App1.Length), (ushort)length);
        XmpNamespace.CopyTo(segment.AsSpan(App1.Length + sizeof(ushort)));
        packet.CopyTo(segment, App1.Length + sizeof(ushort) + XmpNamespace.Length);
        return [.. StartOfImage, .. segment, .. file.AsSpan(StartOfImage.Length)];
    }
}
