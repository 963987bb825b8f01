using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Powder coat: orange peel, dust, scuffs. Nearly white: the base colour gives the paint its hue.</summary>
internal static class PowderCoatTexture
{
    private static readonly TileNoise s_noise = new(439);

    public static Image Color(int size) => Painter.Paint("powder_coat_color", size, size, (u, v) =>
    {
        float dust = Shade.Step(0.45f, 0.8f, s_noise.Fractal(u, v, 4, 4));
        return Shade.Mix(new Vector3(0.93f - (0.06f * dust)), new Vector3(1), Scuffs(u, v));
    });

    /// <summary>Roughness in G; B (metalness) is 0.</summary>
    public static Image Roughness(int size) => Painter.Paint("powder_coat_roughness", size, size, (u, v) =>
    {
        float smear = s_noise.Fractal(u + 0.6f, v, 5, 3);
        return new(1, 0.34f + (0.16f * smear) + (0.14f * Scuffs(u, v)), 0);
    });

    /// <summary>Orange peel of about three millimetres.</summary>
    public static Image Normals(int size) => Painter.PaintNormals("powder_coat_normal", size, size, (u, v) =>
        (0.5f * s_noise.Smooth(u, v, 190)) + (0.7f * s_noise.Smooth(u, v, 70)));

    private static float Scuffs(float u, float v) =>
        Shade.Step(0.88f, 0.97f, s_noise.Smooth(u, v, 5, 160)) * Shade.Step(0.52f, 0.7f, s_noise.Smooth(u, v, 5));
}
