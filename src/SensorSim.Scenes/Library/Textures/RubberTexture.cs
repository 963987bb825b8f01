using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Black rubber with dust in its grain.</summary>
internal static class RubberTexture
{
    private static readonly TileNoise s_noise = new(467);

    public static Image Color(int size) => Painter.Paint("rubber_color", size, size, (u, v) =>
    {
        float dust = Shade.Step(0.4f, 0.8f, s_noise.Fractal(u, v, 5, 5)) * (0.6f + (0.4f * s_noise.Smooth(u, v, 110)));
        return Shade.Mix(Shade.Srgb(46, 46, 47), Shade.Srgb(68, 66, 63), 0.6f * dust);
    });
}
