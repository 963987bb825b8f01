namespace SensorSim.Rendering;

/// <summary>Whole pixels; may be empty.</summary>
/// <param name="X">First column.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelRectangle(int X, int Y, int Width, int Height)
{
    public bool IsEmpty => Width == 0 || Height == 0;

    public long Area => (long)Width * Height;

    /// <summary>32-bit words that have a bit for each pixel.</summary>
    public long Words => (Area + 31) / 32;

    /// <summary>Column after the last.</summary>
    public int Right => X + Width;

    /// <summary>Row after the last.</summary>
    public int Bottom => Y + Height;

    /// <summary>The smallest rectangle around two that are not empty.</summary>
    internal static PixelRectangle Around(PixelRectangle a, PixelRectangle b)
    {
        (int x, int y) = (Math.Min(a.X, b.X), Math.Min(a.Y, b.Y));
        return new(x, y, Math.Max(a.Right, b.Right) - x, Math.Max(a.Bottom, b.Bottom) - y);
    }

    /// <summary>Some of its rows, from an even one on.</summary>
    /// <param name="first">First of the image's rows that are wanted.</param>
    /// <param name="end">The row after the last.</param>
    internal PixelRectangle Rows(int first, int end)
    {
        int top = Math.Max(Y, first & ~1), bottom = Math.Min(Bottom, end);
        return this with { Y = top, Height = Math.Max(0, bottom - top) };
    }
}
