namespace SensorSim.Signals;

/// <summary>A double-precision RGB image: what a CPU reference reads and writes.</summary>
public sealed class SignalImage(int width, int height)
{
    private readonly Rgb[] _pixels = new Rgb[checked(width * height)];

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Row-major pixels.</summary>
    public Span<Rgb> Pixels => _pixels;

    /// <summary>A pixel inside the image.</summary>
    public Rgb this[int x, int y]
    {
        get => _pixels[(y * Width) + x];
        set => _pixels[(y * Width) + x] = value;
    }

    /// <summary>A pixel anywhere: the border repeats, as <c>signal_at</c> does in GLSL.</summary>
    public Rgb At(int x, int y) => this[Math.Clamp(x, 0, Width - 1), Math.Clamp(y, 0, Height - 1)];
}
