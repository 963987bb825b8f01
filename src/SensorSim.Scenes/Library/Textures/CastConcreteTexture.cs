using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Concrete as it comes out of the formwork: clouds of cement paste, runs, and the holes of air bubbles.</summary>
internal static class CastConcreteTexture
{
    private static readonly Vector3 s_light = Shade.Srgb(166, 164, 158);
    private static readonly Vector3 s_dark = Shade.Srgb(126, 124, 119);
    private static readonly TileNoise s_noise = new(541);

    public static Image Color(int size) => Painter.Paint("cast_concrete_color", size, size, (u, v) =>
    {
        float cloud = s_noise.Fractal(u, v, 4, 5), run = s_noise.Smooth(u, v, 40, 4);
        float grain = s_noise.Smooth(u, v, 250);
        Vector3 c = Shade.Mix(s_dark, s_light, (0.6f * cloud) + (0.1f * run) + 0.15f) * (0.94f + (0.1f * grain));
        return c * (1 - (0.45f * Holes(u, v)));
    });

    public static Image Normals(int size) => Painter.PaintNormals("cast_concrete_normal", size, size, (u, v) =>
        (s_noise.Fractal(u, v, 30, 4) * 1.5f) - (1.2f * Holes(u, v)));

    private static float Holes(float u, float v) =>
        MathF.Max(0.6f * Shade.Step(0.93f, 0.97f, s_noise.Smooth(u, v, 170)), Shade.Step(0.965f, 0.985f, s_noise.Smooth(u + 0.3f, v, 90)));
}
