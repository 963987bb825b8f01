using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Surfaces of moulded plastic.</summary>
internal static class PlasticTexture
{
    private static readonly TileNoise s_noise = new(97);

    public static Image Normals(int size) => Painter.PaintNormals("plastic_normal", size, size, (u, v) =>
        (s_noise.Smooth(u, v, size / 3) * 0.5f) + (s_noise.Fractal(u, v, 6, 2) * 1.5f));

    /// <summary>The even grain of an etched mould.</summary>
    public static Image Grain(int size) => Painter.PaintNormals("grain_normal", size, size, (u, v) =>
        (s_noise.Smooth(u, v, 85) * 0.8f) + (s_noise.Smooth(u + 0.3f, v, 128) * 0.35f));

    /// <summary>Roughness in G of a polished surface, rougher where it was wiped and scratched; B (metalness) is 0.</summary>
    public static Image Scratches(int size) => Painter.Paint("scratches_roughness", size, size, (u, v) =>
    {
        float wiped = Shade.Step(0.35f, 0.75f, s_noise.Fractal(u, v, 4, 4));
        float along = Shade.Step(0.92f, 0.98f, s_noise.Smooth(u, v, 5, 150)), across = Shade.Step(0.93f, 0.98f, s_noise.Smooth(u + 0.2f, v, 130, 6));
        return new(1, 0.09f + (0.1f * wiped) + (0.16f * MathF.Max(along, across)), 0);
    });
}
