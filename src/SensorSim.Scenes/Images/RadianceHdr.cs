using System.Globalization;
using System.Text;
using SensorSim.Scenes.Files;

namespace SensorSim.Scenes.Images;

/// <summary>
/// Reads Radiance pictures (.hdr, .pic): 32-bit RGBE, flat or with old or new run-length encoding, in all eight orientations.
/// Format: Ward, "Real Pixels" (Graphics Gems II) and Radiance's filefmts.pdf. An 8-bit mantissa m with exponent e is m · 2^(e - 136), a zero
/// exponent is black: the convention of OpenImageIO and OpenCV, under which powers of two are exact (Radiance itself adds half a step to m).
/// Values are divided by the product of the EXPOSURE lines.
/// </summary>
public static class RadianceHdr
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ImageFormatException">The file is missing, damaged, truncated, XYZE-encoded, or beyond the limits; the message names it.</exception>
    public static HdrImage Read(string path, ImageLimits? limits = null)
    {
        try
        {
            return Problem(path) is { } problem
                ? throw new ImageFormatException($"{problem}; expected a Radiance .hdr file{(NearestFile.Of(path, ".hdr") is { } nearest ? $"; did you mean {nearest}?" : "")}")
                : Decode(File.ReadAllBytes(path), limits);
        }
        catch (Exception e) when (e is ImageFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ImageFormatException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Decodes a file in memory.</summary>
    /// <exception cref="ImageFormatException">Damaged, truncated, XYZE-encoded, or beyond the limits.</exception>
    public static HdrImage Decode(ReadOnlySpan<byte> file, ImageLimits? limits = null)
    {
        ReadOnlySpan<byte> rest = file;
        double exposure = ReadHeader(ref rest);
        HdrOrientation orientation = HdrOrientation.Parse(NextLine(ref rest));
        (limits ?? ImageLimits.Default).Check("HDR", orientation.Width, orientation.Height);
        RequireBytes(rest, orientation);
        float[] rgb = new float[orientation.Width * orientation.Height * 3];
        byte[] line = new byte[orientation.LineLength * 4];
        for (int row = 0; row < orientation.Lines; row++)
        {
            RadianceScanline.Read(ref rest, line, row);
            Store(line, row, orientation, rgb, exposure);
        }

        return new(orientation.Width, orientation.Height, rgb);
    }

    private static string? Problem(string path) => FileKinds.Obstacle(path) ?? new FileInfo(path).Length switch
    {
        0 => "the file is empty",
        >= int.MaxValue => "the file has 2 GiB or more",
        _ => null,
    };

    private static double ReadHeader(ref ReadOnlySpan<byte> rest)
    {
        if (!rest.StartsWith("#?"u8))
        {
            throw new ImageFormatException("The file does not begin with \"#?\"; expected a Radiance .hdr picture.");
        }

        double exposure = 1;
        for (string line = NextLine(ref rest); line.Length > 0; line = NextLine(ref rest))
        {
            if (line.StartsWith("FORMAT=", StringComparison.Ordinal) && line["FORMAT=".Length..].Trim() is not "32-bit_rle_rgbe")
            {
                throw new ImageFormatException($"Expected FORMAT=32-bit_rle_rgbe, found {line}; convert the picture to RGBE.");
            }

            if (line.StartsWith("EXPOSURE=", StringComparison.Ordinal))
            {
                exposure *= Exposure(line["EXPOSURE=".Length..]);
            }
        }

        return exposure;
    }

    private static double Exposure(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value)
            ? value
            : throw new ImageFormatException($"Expected a positive number after EXPOSURE=, found \"{text}\"; correct the header.");

    private static string NextLine(ref ReadOnlySpan<byte> rest)
    {
        const int longest = 4096;
        int end = rest[..Math.Min(longest, rest.Length)].IndexOf((byte)'\n');
        if (end < 0)
        {
            throw new ImageFormatException("The header of the HDR file has no end: the file is truncated or no Radiance picture.");
        }

        string line = Encoding.Latin1.GetString(rest[..end]).TrimEnd('\r');
        rest = rest[(end + 1)..];
        return line;
    }

    /// <summary>The shortest encodings: new runs store 127 samples of a channel in 2 bytes, old ones a pixel and base-256 digits of 4 bytes.</summary>
    private static void RequireBytes(ReadOnlySpan<byte> rest, HdrOrientation orientation)
    {
        int repeats = orientation.LineLength - 1;
        int digits = repeats > 65535 ? 3 : repeats > 255 ? 2 : repeats > 0 ? 1 : 0;
        long least = orientation.Lines * Math.Min(4 + (4 * digits), 4 + (8L * ((orientation.LineLength + 126) / 127)));
        if (rest.Length < least)
        {
            throw new ImageFormatException(
                $"The HDR header declares {orientation.Width} x {orientation.Height} pixels and {rest.Length} bytes follow, at least {least} are needed: the file is truncated.");
        }
    }

    private static void Store(ReadOnlySpan<byte> line, int row, HdrOrientation orientation, float[] rgb, double exposure)
    {
        for (int i = 0; i < orientation.LineLength; i++)
        {
            ReadOnlySpan<byte> rgbe = line.Slice(i * 4, 4);
            Span<float> pixel = rgb.AsSpan(orientation.PixelAt(row, i) * 3, 3);
            if (rgbe[3] == 0)
            {
                pixel.Clear();
                continue;
            }

            double scale = Math.ScaleB(1 / exposure, rgbe[3] - (128 + 8));
            if (!(Math.Max(rgbe[0], Math.Max(rgbe[1], rgbe[2])) * scale <= float.MaxValue))
            {
                throw new ImageFormatException($"A pixel of scanline {row} is brighter than {float.MaxValue:G3} with EXPOSURE={exposure}; correct the header or scale the picture down.");
            }

            pixel[0] = (float)(rgbe[0] * scale);
            pixel[1] = (float)(rgbe[1] * scale);
            pixel[2] = (float)(rgbe[2] * scale);
        }
    }
}
