using System.Runtime.InteropServices;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>
/// Linear light as style backends see it: the sRGB picture that a camera without a sensor would take with the frame's exposure, and back. What is brighter than that picture can show keeps
/// being so by the same factor, and what a style leaves alone stays as it was to the bit.
/// </summary>
/// <param name="radiance">Float32, three channels, nit.</param>
/// <param name="displayPerNit">What a nit is in the picture; 1 is the brightest that it shows.</param>
internal sealed class ExposedLight(PixelPlane radiance, double displayPerNit)
{
    /// <summary>What the style is given.</summary>
    public StyleImage Picture { get; } = Encoded(radiance, displayPerNit);

    /// <summary>The light of a styled picture.</summary>
    public PixelPlane LightOf(StyleImage styled)
    {
        ReadOnlySpan<float> before = MemoryMarshal.Cast<byte, float>(radiance.Bytes.Span), shown = Picture.Samples, wanted = styled.Samples;
        float[] after = new float[before.Length];
        for (int i = 0; i < after.Length; i++)
        {
            after[i] = wanted[i] == shown[i] ? before[i] : (float)(SrgbCurve.Decode(wanted[i]) * Math.Max(1, before[i] * displayPerNit) / displayPerNit);
        }

        return radiance with { Bytes = MemoryMarshal.AsBytes(after.AsSpan()).ToArray() };
    }

    private static StyleImage Encoded(in PixelPlane radiance, double displayPerNit)
    {
        ReadOnlySpan<float> light = MemoryMarshal.Cast<byte, float>(radiance.Bytes.Span);
        var image = new StyleImage(radiance.Width, radiance.Height);
        Span<float> samples = image.Samples;
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)SrgbCurve.Encode(light[i] * displayPerNit);
        }

        return image;
    }
}
