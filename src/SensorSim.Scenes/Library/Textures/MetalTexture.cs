using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>The finish of a bare metal. Colours are nearly white: the base colour is the metal's reflectance.</summary>
/// <param name="Name">Of the images.</param>
/// <param name="Tone">Darkening of the reflectance, 0 to 1, as stored (sRGB).</param>
/// <param name="RoughnessAt">Perceptual roughness.</param>
/// <param name="Height">In texels.</param>
internal sealed record MetalTexture(string Name, Func<float, float, float> Tone, Func<float, float, float> RoughnessAt, Func<float, float, float> Height)
{
    private static readonly TileNoise s_noise = new(401);

    /// <summary>Strokes along u, some deeper, and the smear of hands.</summary>
    public static MetalTexture Brushed { get; } = new(
        "brushed",
        (u, v) => 0.93f + (0.07f * Strokes(u, v)),
        (u, v) => 0.27f + (0.14f * Strokes(u, v)) + (0.1f * Smear(u, v)),
        (u, v) => 0.45f * Strokes(u, v));

    /// <summary>Crystals of zinc, each with a tone and a gloss of its own.</summary>
    public static MetalTexture Galvanised { get; } = new(
        "galvanised",
        (u, v) => 0.78f + (0.2f * Spangle(u, v).Tone) - (0.06f * s_noise.Fractal(u, v, 6, 4)),
        (u, v) => 0.3f + (0.24f * Spangle(u, v).Gloss) + (0.12f * Smear(u, v)),
        (u, v) => (1.1f * Spangle(u, v).Tone) + (0.6f * s_noise.Fractal(u, v, 40, 3)));

    /// <summary>The matt skin of a blasted part with a few handling marks.</summary>
    public static MetalTexture Blasted { get; } = new(
        "blasted",
        (u, v) => 0.94f + (0.05f * s_noise.Smooth(u, v, 180)) - (0.08f * Marks(u, v)),
        (u, v) => 0.36f + (0.06f * s_noise.Smooth(u + 0.4f, v, 90)) + (0.08f * Smear(u, v)) - (0.12f * Marks(u, v)),
        (u, v) => 0.55f * s_noise.Smooth(u, v, 180));

    /// <summary>Fine grooves along u and brown blotches.</summary>
    public static MetalTexture Turned { get; } = new(
        "turned",
        (u, v) => 0.96f - (0.16f * Shade.Step(0.4f, 0.75f, s_noise.Fractal(u + 0.3f, v, 4, 5))),
        (u, v) => 0.2f + (0.08f * Strokes(u, v)) + (0.22f * Shade.Step(0.4f, 0.75f, s_noise.Fractal(u + 0.3f, v, 4, 5))),
        (u, v) => 0.4f * s_noise.Smooth(u, v, 2, 170));

    public Image Color(int size) => Painter.Paint($"{Name}_color", size, size, (u, v) => new Vector3(Tone(u, v)));

    /// <summary>Roughness in G, metalness (1) in B.</summary>
    public Image Roughness(int size) => Painter.Paint($"{Name}_roughness", size, size, (u, v) => new(1, Math.Clamp(RoughnessAt(u, v), 0.08f, 0.9f), 1));

    public Image Normals(int size) => Painter.PaintNormals($"{Name}_normal", size, size, Height);

    private static float Strokes(float u, float v)
    {
        float fine = s_noise.Smooth(u, v, 5, 250), coarse = s_noise.Smooth(u + 0.37f, v, 3, 110);
        float scratch = Shade.Step(0.9f, 0.98f, s_noise.Smooth(u + 0.11f, v, 4, 180));
        return (0.55f * fine) + (0.35f * coarse) + (0.4f * scratch);
    }

    private static float Smear(float u, float v) => Shade.Step(0.42f, 0.72f, s_noise.Fractal(u + 0.7f, v + 0.2f, 3, 4));

    private static float Marks(float u, float v) =>
        Shade.Step(0.93f, 0.98f, s_noise.Smooth(u, v, 7, 140)) * Shade.Step(0.6f, 0.75f, s_noise.Smooth(u + 0.6f, v, 6));

    private static (float Tone, float Gloss) Spangle(float u, float v)
    {
        const int cells = 22;
        float x = (u * cells) + (0.9f * s_noise.Smooth(u, v, 40)), y = (v * cells) + (0.9f * s_noise.Smooth(u + 0.5f, v, 40));
        int column = (int)MathF.Floor(x), row = (int)MathF.Floor(y);
        float nearest = float.MaxValue;
        (int X, int Y) cell = default;
        for (int i = column - 1; i <= column + 1; i++)
        {
            for (int j = row - 1; j <= row + 1; j++)
            {
                int a = ((i % cells) + cells) % cells, b = ((j % cells) + cells) % cells;
                float dx = x - i - s_noise.Cell(a + 300, b), dy = y - j - s_noise.Cell(a, b + 300);
                float distance = (dx * dx) + (dy * dy);
                (nearest, cell) = distance < nearest ? (distance, (a, b)) : (nearest, cell);
            }
        }

        return (s_noise.Cell(cell.X + 600, cell.Y), s_noise.Cell(cell.X, cell.Y + 600));
    }
}
