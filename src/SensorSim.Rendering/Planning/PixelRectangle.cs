namespace SensorSim.Rendering.Planning;

/// <summary>Whole pixels; may be empty.</summary>
internal readonly record struct PixelRectangle(int X, int Y, int Width, int Height)
{
    public bool IsEmpty => Width == 0 || Height == 0;

    public long Area => (long)Width * Height;

    /// <summary>32-bit words that have a bit for each pixel.</summary>
    public long Words => (Area + 31) / 32;
}
