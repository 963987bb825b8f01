using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Plain board without prints: fibres, specks, and corrugation that shows through. Flutes run along v.</summary>
internal static class BoardTexture
{
    private static readonly Vector3 s_pale = Shade.Srgb(192, 152, 106);
    private static readonly Vector3 s_brown = Shade.Srgb(160, 120, 78);
    private static readonly Vector3 s_white = Shade.Srgb(228, 227, 222);
    private static readonly TileNoise s_noise = new(211);

    public static Image Kraft(int size) => Painter.Paint("kraft_color", size, size, (u, v) =>
    {
        float blotch = s_noise.Fractal(u, v, 7, 4), fibre = Fibres(u, v);
        float flute = Wave(u * 66);
        float scuff = Shade.Step(0.6f, 0.82f, s_noise.Fractal(u + 0.4f, v + 0.7f, 5, 4));
        Vector3 paper = Shade.Mix(s_brown, s_pale, 0.1f + (0.8f * blotch) + (0.12f * flute));
        return Shade.Mix(paper, s_pale * 1.06f, 0.35f * scuff) * (0.9f + (0.16f * fibre)) * (1 - (0.3f * Specks(u, v)));
    });

    public static Image White(int size) => Painter.Paint("white_board_color", size, size, (u, v) =>
    {
        float scuff = Shade.Step(0.58f, 0.8f, s_noise.Fractal(u + 0.1f, v + 0.3f, 4, 5));
        float rub = Shade.Step(0.86f, 0.97f, s_noise.Smooth(u, v, 9, 120)) * Shade.Step(0.55f, 0.75f, s_noise.Smooth(u, v, 5));
        return s_white * (0.97f + (0.03f * Fibres(u, v))) * (1 - (0.06f * scuff)) * (1 - (0.1f * rub));
    });

    /// <summary>Corrugation under the liner, fibres and dents.</summary>
    public static Image Flutes(int size, int flutes) => Painter.PaintNormals("board_normal", size, size, (u, v) =>
        (Wave(u * flutes) * 0.22f) + (s_noise.Fractal(u, v, 9, 3) * 2.6f) + (Fibres(u, v) * 0.3f));

    private static float Fibres(float u, float v) =>
        (0.5f * s_noise.Smooth(u, v, 48, 190)) + (0.3f * s_noise.Smooth(u + 0.3f, v, 170, 60)) + (0.2f * s_noise.Smooth(u, v, 256));

    private static float Specks(float u, float v) => Shade.Step(0.9f, 0.97f, s_noise.Smooth(u + 0.17f, v, 120, 180));

    /// <summary>A wave between 0 and 1 with period 1, made of parabolas.</summary>
    private static float Wave(float x)
    {
        float t = (2 * (x - MathF.Floor(x))) - 1;
        return 1 - (t * t);
    }
}
