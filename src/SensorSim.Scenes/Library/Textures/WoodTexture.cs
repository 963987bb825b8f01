using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Rough-sawn softwood, the grain along u, and chipboard.</summary>
internal static class WoodTexture
{
    private static readonly Vector3 s_early = Shade.Srgb(196, 158, 108);
    private static readonly Vector3 s_late = Shade.Srgb(138, 98, 60);
    private static readonly Vector3 s_grey = Shade.Srgb(128, 116, 102);
    private static readonly TileNoise s_noise = new(53);

    public static Image Planks(int size) => Painter.Paint("wood_color", size, size, (u, v) =>
    {
        float bend = s_noise.Smooth(u, v, 3, 4) * 0.12f;
        float ring = Shade.Step(0.25f, 0.8f, s_noise.Smooth(u, v + bend, 2, 46));
        float fibre = s_noise.Smooth(u, v, 24, 400);
        float weather = Shade.Step(0.4f, 0.75f, s_noise.Fractal(u, v, 4, 4));
        Vector3 wood = Shade.Mix(s_early, s_late, (0.75f * ring) + (0.25f * fibre));
        return Shade.Mix(wood, s_grey, 0.45f * weather) * (0.9f + (0.15f * fibre));
    });

    public static Image Chipboard(int size) => Painter.Paint("chipboard_color", size, size, (u, v) =>
    {
        float chips = s_noise.Smooth(u, v, 90, 60), coarse = s_noise.Fractal(u + 0.4f, v, 28, 3);
        return Shade.Mix(Shade.Srgb(158, 124, 84), Shade.Srgb(206, 176, 130), (0.6f * chips) + (0.5f * coarse)) * (0.9f + (0.12f * s_noise.Smooth(u, v, 7)));
    });
}
