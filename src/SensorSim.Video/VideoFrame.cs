using SensorSim.Style;

namespace SensorSim.Video;

/// <summary>One frame of a video: 8 bits for each of red, green and blue.</summary>
public sealed class VideoFrame
{
    private readonly byte[] _samples;

    /// <summary>A black frame.</summary>
    public VideoFrame(int width, int height)
        : this(width, height, new byte[checked(width * height * 3)])
    {
    }

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="samples">Row-major; red, green, blue of each pixel. Not copied.</param>
    /// <exception cref="ArgumentException">Not three samples for each pixel.</exception>
    public VideoFrame(int width, int height, byte[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (width < 1 || height < 1 || samples.LongLength != 3L * width * height)
        {
            throw new ArgumentException($"A frame of {width}x{height} pixels has {3L * width * height} samples; {samples.Length} were given.", nameof(samples));
        }

        (Width, Height, _samples) = (width, height, samples);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row-major; red, green, blue of each pixel.</summary>
    public Span<byte> Samples => _samples;

    /// <summary>The same, for code that runs later or on other threads.</summary>
    public Memory<byte> Memory => _samples;

    /// <summary>Rounded to the nearest code; what lies outside 0 to 1 is clipped.</summary>
    public static VideoFrame Of(StyleImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var frame = new VideoFrame(image.Width, image.Height);
        ReadOnlySpan<float> from = image.Samples;
        for (int i = 0; i < from.Length; i++)
        {
            frame._samples[i] = (byte)MathF.Round(Math.Clamp(from[i], 0f, 1f) * 255);
        }

        return frame;
    }

    public StyleImage ToStyleImage()
    {
        var image = new StyleImage(Width, Height);
        Span<float> to = image.Samples;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = _samples[i] / 255f;
        }

        return image;
    }

    /// <summary>All three samples of a pixel.</summary>
    /// <param name="pixel">Its index in row-major order.</param>
    /// <param name="red">0 to 255.</param>
    /// <param name="green">0 to 255.</param>
    /// <param name="blue">0 to 255.</param>
    public void Set(int pixel, byte red, byte green, byte blue)
    {
        int i = 3 * pixel;
        (_samples[i], _samples[i + 1], _samples[i + 2]) = (red, green, blue);
    }
}
