using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>A trowelled concrete floor: clouds, stains, tyre polish, hairline joints. One tile is a slab.</summary>
internal static class ConcreteTexture
{
    private static readonly Vector3 s_light = Shade.Srgb(156, 154, 149);
    private static readonly Vector3 s_dark = Shade.Srgb(108, 106, 102);
    private static readonly TileNoise s_noise = new(23);

    public static Image Color(int size) => Painter.Paint("concrete_color", size, size, (u, v) =>
    {
        float cloud = s_noise.Fractal(u, v, 5, 4), grain = s_noise.Smooth(u, v, 256);
        float stain = Shade.Step(0.62f, 0.74f, s_noise.Fractal(u + 0.31f, v + 0.67f, 3, 3));
        float pit = Shade.Step(0.86f, 0.95f, s_noise.Smooth(u, v, 140));
        Vector3 c = Shade.Mix(s_dark, s_light, (cloud * 0.8f) + 0.15f) * (0.93f + (0.1f * grain));
        return c * (1 - (0.1f * stain)) * (1 - (0.25f * pit)) * (1 - (0.5f * Joint(u, v)));
    });

    /// <summary>Roughness in G; B (metalness) is 0.</summary>
    public static Image Roughness(int size) => Painter.Paint("concrete_roughness", size, size, (u, v) =>
    {
        float polish = s_noise.Fractal(u, v, 4, 4);
        return new(1, Math.Clamp(0.42f + (0.55f * polish) + (0.3f * Joint(u, v)), 0.3f, 1), 0);
    });

    public static Image Normals(int size) => Painter.PaintNormals("concrete_normal", size, size, (u, v) =>
        (s_noise.Fractal(u, v, 48, 3) * 1.4f) - (Shade.Step(0.86f, 0.95f, s_noise.Smooth(u, v, 140)) * 0.8f) - (2 * Joint(u, v)));

    private static float Joint(float u, float v)
    {
        float edge = MathF.Min(MathF.Min(u, 1 - u), MathF.Min(v, 1 - v));
        return 1 - Shade.Step(0.0008f, 0.0028f, edge);
    }
}
