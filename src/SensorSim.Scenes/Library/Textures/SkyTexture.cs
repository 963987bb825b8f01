using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>The sky near a low sun, from the horizon up: pale and warm below, blue above, thin clouds.</summary>
internal static class SkyTexture
{
    private static readonly TileNoise s_noise = new(619);

    public static Image Color(int size) => Painter.Paint("sky_color", size, size, (u, v) =>
    {
        float height = 1 - v, cloud = Shade.Step(0.5f, 0.75f, s_noise.Fractal(u * 0.5f, v, 7, 4)) * Shade.Step(0.1f, 0.5f, height);
        Vector3 sky = Shade.Mix(Shade.Srgb(255, 236, 205), Shade.Srgb(150, 186, 226), Shade.Step(0, 0.75f, height));
        return Shade.Mix(sky, Shade.Srgb(250, 240, 226), 0.6f * cloud);
    });
}
