namespace SensorSim.Style;

/// <summary>A colour image as style backends see it: encoded as the picture is (sRGB), 0 to 1, three float samples for each pixel.</summary>
public sealed class StyleImage
{
    private readonly float[] _samples;

    /// <summary>A black image.</summary>
    public StyleImage(int width, int height)
        : this(width, height, new float[checked(width * height * 3)])
    {
    }

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="samples">Row-major; red, green, blue of each pixel. Not copied.</param>
    /// <exception cref="ArgumentException">Not three samples for each pixel.</exception>
    public StyleImage(int width, int height, float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (width < 1 || height < 1 || samples.LongLength != 3L * width * height)
        {
            throw new ArgumentException($"An image of {width}x{height} pixels has {3L * width * height} samples; {samples.Length} were given.", nameof(samples));
        }

        (Width, Height, _samples) = (width, height, samples);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row-major; red, green, blue of each pixel.</summary>
    public Span<float> Samples => _samples;

    /// <summary>The same, for code that runs later or on other threads.</summary>
    public Memory<float> Memory => _samples;

    public StyleImage Copy() => new(Width, Height, [.. _samples]);
}
