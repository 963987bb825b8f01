using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SensorSim.Signals;

namespace SensorSim.Datasets;

/// <summary>The identity of an image: SHA-256 over "u8 480 640 3\n" (type, height, width, channels) and the pixels.</summary>
public static class PixelDigest
{
    public static string Of(in PixelPlane plane)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(Header(plane)));
        hash.AppendData(plane.Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Header(in PixelPlane plane) =>
        string.Create(CultureInfo.InvariantCulture, $"{TypeName(plane.SampleType)} {plane.Height} {plane.Width} {plane.Channels}\n");

    private static string TypeName(SampleType type) => type switch
    {
        SampleType.UInt8 => "u8",
        SampleType.UInt16 => "u16",
        _ => "f32",
    };
}
