using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>
/// A shipping box as an atlas of four: top with tape, front with a shipping label, side with handling marks, plain side.
/// </summary>
internal static class CardboardTexture
{
    private static readonly Vector3 s_paper = Shade.Srgb(178, 138, 92);
    private static readonly Vector3 s_dark = Shade.Srgb(146, 108, 68);
    private static readonly Vector3 s_tape = Shade.Srgb(196, 168, 118);
    private static readonly Vector3 s_ink = Shade.Srgb(48, 38, 30);
    private static readonly TileNoise s_noise = new(11);

    /// <summary>Rectangles of the atlas: left, top, width, height.</summary>
    public static Vector4 Top => new(0.004f, 0.004f, 0.492f, 0.492f);

    public static Vector4 Front => new(0.504f, 0.004f, 0.492f, 0.492f);

    public static Vector4 Side => new(0.004f, 0.504f, 0.492f, 0.492f);

    public static Vector4 Plain => new(0.504f, 0.504f, 0.492f, 0.492f);

    public static Image Color(int size) => Painter.Paint("cardboard_color", size, size, (u, v) =>
    {
        Vector3 paper = Paper(u, v);
        float x = u * 2 % 1, y = v * 2 % 1;
        return (u < 0.5f, v < 0.5f) switch
        {
            (true, true) => Tape(paper, x, y, u, v),
            (false, true) => Label(Strip(paper, x, y, u, v), x, y),
            (true, false) => Marks(paper, x, y),
            _ => Strip(paper, x, y, u, v),
        };
    });

    /// <summary>Flutes showing faintly through the liner, dents, and the edge of the tape.</summary>
    public static Image Normals(int size) => Painter.PaintNormals("cardboard_normal", size, size, (u, v) =>
    {
        float flutes = Wave(u * 96) * 0.12f;
        float dents = s_noise.Fractal(u, v, 10, 3) * 3.2f;
        float tape = u < 0.5f && v < 0.5f ? TapeBand(v * 2 % 1, 0.003f) * 1.0f : 0;
        return flutes + dents + tape;
    });

    private static Vector3 Paper(float u, float v)
    {
        float blotch = s_noise.Fractal(u, v, 6, 3), fibre = s_noise.Smooth(u, v, 40, 512);
        return Shade.Mix(s_dark, s_paper, 0.35f + (0.75f * blotch)) * (0.95f + (0.1f * fibre));
    }

    private static Vector3 Tape(Vector3 paper, float x, float y, float u, float v)
    {
        float gap = 1 - Shade.Step(0.002f, 0.006f, MathF.Abs(y - 0.5f));
        Vector3 closed = Shade.Mix(paper, s_ink, 0.6f * gap);
        float wrinkle = s_noise.Smooth(u, v, 90, 12);
        return Shade.Mix(closed, s_tape * (0.92f + (0.12f * wrinkle)), 0.82f * TapeBand(y, 0.004f));
    }

    /// <summary>The tape folded over the edge of a side.</summary>
    private static Vector3 Strip(Vector3 paper, float x, float y, float u, float v)
    {
        float ragged = 0.14f + (0.012f * s_noise.Smooth(u, v, 120, 4));
        float band = TapeBand(x, 0.004f) * (1 - Shade.Step(ragged - 0.004f, ragged + 0.004f, y));
        return Shade.Mix(paper, s_tape, 0.8f * band);
    }

    private static float TapeBand(float across, float soft) => Shade.Rectangle(across, 0.5f, 0.41f, 0, 0.59f, 1, soft);

    private static Vector3 Label(Vector3 paper, float x, float y)
    {
        float sheet = Shade.Rectangle(x, y, 0.12f, 0.3f, 0.56f, 0.74f, 0.003f);
        float bars = Shade.Rectangle(x, y, 0.16f, 0.6f, 0.52f, 0.71f, 0.001f) * Bars(x * 150);
        float lines = Shade.Rectangle(x, y, 0.16f, 0.42f, 0.44f, 0.57f, 0.002f) * Lines(y * 34);
        float code = StrokeFont.Coverage("A7-03", (x - 0.16f) / 0.075f, (y - 0.325f) / 0.075f, 0.15f, 0.02f);
        Vector3 print = Shade.Mix(new(0.93f), new(0.07f), MathF.Max(bars, MathF.Max(0.7f * lines, code)));
        return Shade.Mix(paper, print, sheet);
    }

    private static Vector3 Marks(Vector3 paper, float x, float y)
    {
        float arrows = StrokeFont.Coverage("^^", (x - 0.1f) / 0.22f, (y - 0.2f) / 0.22f, 0.13f, 0.01f);
        float ground = Shade.Rectangle(x, y, 0.1f, 0.46f, 0.42f, 0.485f, 0.003f);
        float word = StrokeFont.Coverage("FRAGILE", (x - 0.1f) / 0.15f, (y - 0.66f) / 0.15f, 0.16f, 0.015f);
        float worn = 0.72f + (0.25f * s_noise.Fractal(x, y, 24, 2));
        return Shade.Mix(paper, s_ink, worn * MathF.Max(arrows, MathF.Max(ground, word)));
    }

    private static float Bars(float x) => s_noise.Cell((int)MathF.Floor(x), 3) > 0.5f ? 1 : 0;

    private static float Lines(float y) => y % 1 > 0.45f ? 1 : 0;

    /// <summary>A wave between 0 and 1 with period 1, made of parabolas.</summary>
    private static float Wave(float x)
    {
        float t = (2 * (x - MathF.Floor(x))) - 1;
        return 1 - (t * t);
    }
}
