namespace SensorSim.Datasets.Labels;

/// <summary>
/// A binary mask as COCO's run-length encoding (maskApi.c): runs of background and foreground in turn, background
/// first, over the pixels in column-major order.
/// </summary>
public sealed class RunLengthMask
{
    private readonly uint[] _counts;

    /// <exception cref="ArgumentException">The runs do not add up to the mask's pixels.</exception>
    public RunLengthMask(int height, int width, IReadOnlyList<uint> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        _counts = [.. counts];
        if (height < 0 || width < 0 || _counts.Sum(run => (long)run) != (long)height * width)
            throw new ArgumentException($"The runs of a {width}x{height} mask must add up to {(long)height * width} pixels.", nameof(counts));
        (Height, Width) = (height, width);
    }

    public int Height { get; }

    public int Width { get; }

    /// <summary>Lengths of the runs.</summary>
    public IReadOnlyList<uint> Counts => _counts;

    /// <summary>Foreground pixels.</summary>
    public long Area => _counts.Where((_, i) => i % 2 == 1).Sum(run => (long)run);

    /// <summary>The mask of one id inside a row-major plane of ids; only its own rows and columns are walked.</summary>
    public static RunLengthMask OfId(ReadOnlySpan<ushort> ids, int width, int height, ushort id, IdExtent extent)
    {
        var counts = new List<uint>();
        uint start = 0, end = 0;
        for (int x = extent.MinColumn; extent.Pixels > 0 && x <= extent.MaxColumn; x++)
        {
            for (int y = extent.MinRow; y <= extent.MaxRow; y++)
            {
                if (ids[(y * width) + x] != id)
                    continue;
                uint position = (uint)((x * height) + y);
                if (position != end || counts.Count == 0)
                {
                    CloseRun(counts, start, end);
                    counts.Add(position - end);
                    start = position;
                }

                end = position + 1;
            }
        }

        CloseRun(counts, start, end);
        if (end < (uint)(width * height) || counts.Count == 0)
            counts.Add((uint)(width * height) - end);
        return new(height, width, counts);
    }

    /// <summary>The same where the id's extent is not known.</summary>
    public static RunLengthMask OfId(ReadOnlySpan<ushort> ids, int width, int height, ushort id) =>
        OfId(ids, width, height, id, TightBoxes.Of(ids, width)[id]);

    private static void CloseRun(List<uint> counts, uint start, uint end)
    {
        if (counts.Count % 2 == 1)
            counts.Add(end - start);
    }

    /// <summary>COCO's compressed "counts" string.</summary>
    public string Encode() => RunLengthString.Encode(_counts);

    /// <summary>The mask behind a compressed string.</summary>
    /// <exception cref="FormatException">The string is not one of COCO's, or does not fit the size.</exception>
    public static RunLengthMask Decode(int height, int width, string counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        IReadOnlyList<uint> runs = RunLengthString.Decode(counts);
        try
        {
            return new(height, width, runs);
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Row-major pixels, 1 = foreground.</summary>
    public byte[] ToPixels()
    {
        byte[] pixels = new byte[Width * Height];
        long position = 0;
        for (int i = 0; i < _counts.Length; position += _counts[i], i++)
        {
            for (long p = position; i % 2 == 1 && p < position + _counts[i]; p++)
                pixels[((p % Height) * Width) + (p / Height)] = 1;
        }

        return pixels;
    }

    /// <summary>Whether every foreground pixel of another mask of this size is one here.</summary>
    public bool Contains(RunLengthMask other)
    {
        ArgumentNullException.ThrowIfNull(other);
        long position = 0, end = _counts[0], otherEnd = other._counts[0];
        for (int run = 0, otherRun = 0; position < (long)Height * Width; position = Math.Min(end, otherEnd))
        {
            while (end <= position)
                end += _counts[++run];
            while (otherEnd <= position)
                otherEnd += other._counts[++otherRun];
            if (otherRun % 2 == 1 && run % 2 == 0)
                return false;
        }

        return true;
    }

    /// <summary>[x, y, width, height] of the foreground in pixels; zeros without one.</summary>
    public double[] Box()
    {
        long left = Width, right = -1, top = Height, bottom = -1, position = 0;
        for (int i = 0; i < _counts.Length; position += _counts[i], i++)
        {
            if (i % 2 == 0 || _counts[i] == 0)
                continue;
            long last = position + _counts[i] - 1;
            (left, right) = (Math.Min(left, position / Height), Math.Max(right, last / Height));
            bool spansColumns = position / Height != last / Height;
            (top, bottom) = spansColumns ? (0, Height - 1) : (Math.Min(top, position % Height), Math.Max(bottom, last % Height));
        }

        return right < 0 ? [0, 0, 0, 0] : [left, top, right - left + 1, bottom - top + 1];
    }
}
