using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>The print of a product's box, all sides alike: a coloured field with a band, a name, small print and a bar code.</summary>
internal static class PrintTexture
{
    private static readonly Vector3 s_paper = Shade.Srgb(232, 231, 226);
    private static readonly Vector3 s_field = Shade.Srgb(28, 104, 112);
    private static readonly Vector3 s_band = Shade.Srgb(228, 150, 38);
    private static readonly Vector3 s_ink = Shade.Srgb(30, 32, 36);
    private static readonly TileNoise s_noise = new(223);

    public static Image Color(int size) => Painter.Paint("print_color", size, size, (u, v) =>
    {
        Vector3 c = Shade.Mix(s_paper, s_field, Shade.Rectangle(u, v, -1, 0.2f, 2, 0.86f, 0.002f));
        c = Shade.Mix(c, s_band, Shade.Rectangle(u, v, -1, 0.56f, 2, 0.62f, 0.002f));
        c = Shade.Mix(c, s_paper, StrokeFont.Coverage("PARTS", (u - 0.12f) / 0.2f, (v - 0.29f) / 0.2f, 0.17f, 0.012f));
        c = Shade.Mix(c, s_paper, 0.85f * SmallPrint(u, v));
        c = Shade.Mix(c, s_paper, Shade.Rectangle(u, v, 0.64f, 0.66f, 0.9f, 0.82f, 0.002f));
        c = Shade.Mix(c, s_ink, BarCode(u, v));
        c = Shade.Mix(c, s_field, StrokeFont.Coverage("24", (u - 0.78f) / 0.09f, (v - 0.06f) / 0.09f, 0.17f, 0.02f));
        return c * (0.97f + (0.03f * s_noise.Fractal(u, v, 24, 3)));
    });

    private static float SmallPrint(float u, float v)
    {
        float line = v * 40 % 1 > 0.5f ? 1 : 0;
        float word = s_noise.Cell((int)(u * 60), (int)(v * 40)) > 0.22f ? 1 : 0;
        return line * word * Shade.Rectangle(u, v, 0.12f, 0.67f, 0.52f, 0.8f, 0.001f);
    }

    private static float BarCode(float u, float v) =>
        Shade.Rectangle(u, v, 0.665f, 0.68f, 0.875f, 0.8f, 0.001f) * (s_noise.Cell((int)(u * 210), 7) > 0.5f ? 1 : 0);
}
