using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>A ground floor screed, dry and wet: the same stones, stains and cracks in both.</summary>
internal static class ScreedTexture
{
    private static readonly Vector3 s_paste = Shade.Srgb(150, 146, 138);
    private static readonly Vector3 s_shade = Shade.Srgb(118, 115, 109);
    private static readonly TileNoise s_noise = new(577);

    public static Image Dry(int size) => Painter.Paint("screed_dry_color", size, size, Color);

    /// <summary>Darker all over, darkest where water stands.</summary>
    public static Image Wet(int size) => Painter.Paint("screed_wet_color", size, size, (u, v) => Color(u, v) * (0.74f - (0.1f * Water(u, v))));

    /// <summary>Roughness in G; B (metalness) is 0.</summary>
    public static Image DryRoughness(int size) => Painter.Paint("screed_dry_roughness", size, size, (u, v) =>
        new(1, 0.62f + (0.28f * s_noise.Fractal(u + 0.2f, v, 4, 4)) - (0.12f * Stones(u, v).Coverage), 0));

    public static Image WetRoughness(int size) => Painter.Paint("screed_wet_roughness", size, size, (u, v) =>
        new(1, 0.42f - (0.24f * Water(u, v)) + (0.08f * s_noise.Fractal(u + 0.2f, v, 4, 4)), 0));

    /// <summary>How much of the floor is under water, in R: a film nearly everywhere, puddles in the hollows.</summary>
    public static Image Film(int size) => Painter.Paint("screed_film", size, size, (u, v) => new(0.12f + (0.88f * Water(u, v)), 0, 0));

    public static Image Normals(int size) => Painter.PaintNormals("screed_normal", size, size, (u, v) =>
        (s_noise.Fractal(u, v, 36, 4) * 1.4f) + (0.25f * Stones(u, v).Coverage));

    private static Vector3 Color(float u, float v)
    {
        (float coverage, float tone) = Stones(u, v);
        float cloud = s_noise.Fractal(u, v, 4, 5), sand = s_noise.Smooth(u, v, 256);
        float stain = Shade.Step(0.56f, 0.72f, s_noise.Fractal(u + 0.6f, v + 0.1f, 3, 4));
        Vector3 paste = Shade.Mix(s_shade, s_paste, 0.1f + (0.9f * cloud)) * (0.92f + (0.12f * sand));
        Vector3 stone = Shade.Mix(Shade.Srgb(98, 94, 90), Shade.Srgb(178, 172, 160), tone);
        return Shade.Mix(paste, stone, 0.55f * coverage) * (1 - (0.14f * stain));
    }

    /// <summary>Ground stones: how far a point is inside one, and how pale that is.</summary>
    private static (float Coverage, float Tone) Stones(float u, float v) =>
        (Shade.Step(0.56f, 0.7f, s_noise.Smooth(u, v, 150)), s_noise.Smooth(u + 0.5f, v, 120));

    private static float Water(float u, float v) => Shade.Step(0.44f, 0.56f, s_noise.Fractal(u + 0.45f, v + 0.8f, 2, 4));
}
