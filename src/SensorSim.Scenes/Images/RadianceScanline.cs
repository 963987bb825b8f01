namespace SensorSim.Scenes.Images;

/// <summary>Decodes one scanline of RGBE pixels.</summary>
internal static class RadianceScanline
{
    private const int ShortestEncoded = 8;
    private const int LongestEncoded = 32767;

    /// <summary>Reads a scanline in whichever of the encodings it is stored.</summary>
    /// <param name="rest">The file from the scanline on; moved behind it.</param>
    /// <param name="line">Receives four bytes for each pixel.</param>
    /// <param name="row">Number of the scanline, for messages.</param>
    /// <exception cref="ImageFormatException">Truncated, or a run beyond the scanline's end.</exception>
    public static void Read(ref ReadOnlySpan<byte> rest, Span<byte> line, int row)
    {
        int width = line.Length / 4;
        Require(rest.Length >= 4, row);
        bool encoded = width is >= ShortestEncoded and <= LongestEncoded && rest[0] == 2 && rest[1] == 2 && rest[2] < 128;
        if (!encoded)
        {
            ReadFlat(ref rest, line, row);
            return;
        }

        if (((rest[2] << 8) | rest[3]) != width)
        {
            throw new ImageFormatException($"Scanline {row} of the HDR file has {(rest[2] << 8) | rest[3]} pixels; expected {width}. The file is damaged.");
        }

        rest = rest[4..];
        for (int channel = 0; channel < 4; channel++)
        {
            ReadChannel(ref rest, line[channel..], width, row);
        }
    }

    /// <summary>New encoding: a count above 128 repeats the next byte count - 128 times, else so many bytes follow.</summary>
    private static void ReadChannel(ref ReadOnlySpan<byte> rest, Span<byte> samples, int width, int row)
    {
        for (int x = 0; x < width;)
        {
            Require(rest.Length >= 2, row);
            bool run = rest[0] > 128;
            int count = run ? rest[0] - 128 : rest[0];
            Require(count > 0 && x + count <= width && rest.Length > (run ? 1 : count), row);
            for (int i = 0; i < count; i++, x++)
            {
                samples[x * 4] = rest[run ? 1 : 1 + i];
            }

            rest = rest[(run ? 2 : 1 + count)..];
        }
    }

    /// <summary>No encoding, or the old one: a pixel (1, 1, 1, n) repeats the one before n times; several in a row are digits to the base 256.</summary>
    private static void ReadFlat(ref ReadOnlySpan<byte> rest, Span<byte> line, int row)
    {
        int shift = 0;
        for (int at = 0; at < line.Length;)
        {
            Require(rest.Length >= 4, row);
            if (rest[0] != 1 || rest[1] != 1 || rest[2] != 1)
            {
                rest[..4].CopyTo(line[at..]);
                at += 4;
                shift = 0;
            }
            else
            {
                Require(shift <= 16 && at > 0, row);
                long count = (long)rest[3] << shift;
                Require(at + (4 * count) <= line.Length, row);
                for (long i = 0; i < count; i++, at += 4)
                {
                    line.Slice(at - 4, 4).CopyTo(line[at..]);
                }

                shift += 8;
            }

            rest = rest[4..];
        }
    }

    private static void Require(bool valid, int row)
    {
        if (!valid)
        {
            throw new ImageFormatException($"Scanline {row} of the HDR file is truncated or damaged. Copy or download the file again.");
        }
    }
}
