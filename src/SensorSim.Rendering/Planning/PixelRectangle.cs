namespace SensorSim.Rendering.Planning;

/// <summary>Whole pixels; may be empty.</summary>
internal readonly record struct PixelRectangle(int X, int Y, int Width, int Height)
{
    public bool IsEmpty => Width == 0 || Height == 0;

    public long Area => (long)Width * Height;
}
