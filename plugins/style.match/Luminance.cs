using SensorSim.Style;

namespace SensorSim.Plugins.StyleMatch;

/// <summary>Rec. 709 luma of a picture, as encoded: edges are measured in it.</summary>
internal static class Luminance
{
    public static float[] Of(StyleImage picture)
    {
        float[] luma = new float[picture.Width * picture.Height];
        ReadOnlySpan<float> samples = picture.Samples;
        for (int i = 0; i < luma.Length; i++)
        {
            luma[i] = (0.2126f * samples[3 * i]) + (0.7152f * samples[(3 * i) + 1]) + (0.0722f * samples[(3 * i) + 2]);
        }

        return luma;
    }
}
