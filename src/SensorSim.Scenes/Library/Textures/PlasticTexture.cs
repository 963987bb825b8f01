using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>The fine grain of moulded plastic.</summary>
internal static class PlasticTexture
{
    private static readonly TileNoise s_noise = new(97);

    public static Image Normals(int size) => Painter.PaintNormals("plastic_normal", size, size, (u, v) =>
        (s_noise.Smooth(u, v, size / 3) * 0.5f) + (s_noise.Fractal(u, v, 6, 2) * 1.5f));
}
