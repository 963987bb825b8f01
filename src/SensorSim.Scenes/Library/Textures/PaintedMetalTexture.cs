using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Paint over steel, scratched and chipped. Nearly white where painted: the material's base colour gives the paint its hue.</summary>
internal static class PaintedMetalTexture
{
    private static readonly TileNoise s_noise = new(37);

    public static Image Color(int size) => Painter.Paint("paint_color", size, size, (u, v) =>
    {
        float dirt = s_noise.Fractal(u, v, 5, 5);
        float grime = 1 - (0.3f * Shade.Step(0.5f, 0.75f, dirt));
        return Shade.Mix(new Vector3(grime), Shade.Srgb(150, 128, 112), Chips(u, v));
    });

    /// <summary>Roughness in G, metalness in B: bare steel where the paint is gone.</summary>
    public static Image Roughness(int size) => Painter.Paint("paint_roughness", size, size, (u, v) =>
    {
        float chips = Chips(u, v);
        return new(1, 0.45f + (0.25f * s_noise.Fractal(u, v, 8, 4)) + (0.1f * chips), 0.35f * chips);
    });

    private static float Chips(float u, float v)
    {
        float chip = Shade.Step(0.735f, 0.76f, s_noise.Fractal(u, v, 13, 4));
        float scratch = Shade.Step(0.93f, 0.97f, s_noise.Smooth(u, v, 4, 220)) * Shade.Step(0.5f, 0.7f, s_noise.Smooth(u, v, 6));
        return MathF.Max(chip, 0.7f * scratch);
    }
}
