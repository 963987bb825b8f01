using System.Text.Json;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Lines of JSON as a plane: what is not an image has the same digests, and goes the same ways, as what is one.</summary>
public static class JsonLines
{
    /// <summary>The lines as one row of bytes.</summary>
    public static PixelPlane PlaneOf(ReadOnlyMemory<byte> lines) => new(lines.Length, 1, 1, SampleType.UInt8, lines);

    /// <summary>Whether a file may be lines of JSON.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> file) => file.StartsWith("{"u8);

    /// <exception cref="ArgumentException">The plane is no row of bytes.</exception>
    public static ReadOnlyMemory<byte> Encode(in PixelPlane plane) => plane is { Height: 1, Channels: 1, SampleType: SampleType.UInt8 }
        ? plane.Bytes
        : throw new ArgumentException("Lines of JSON are one row of bytes.", nameof(plane));

    /// <exception cref="ImageFormatException">A line is no JSON, or the last one has no end.</exception>
    public static PixelPlane Decode(ReadOnlySpan<byte> file)
    {
        int line = 1;
        for (ReadOnlySpan<byte> rest = file; !rest.IsEmpty; line++)
        {
            int end = rest.IndexOf((byte)'\n');
            if (end < 0 || !IsObject(rest[..end]))
            {
                throw new ImageFormatException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Line {line} is no JSON object with a line feed behind it."));
            }

            rest = rest[(end + 1)..];
        }

        return PlaneOf(file.ToArray());
    }

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
