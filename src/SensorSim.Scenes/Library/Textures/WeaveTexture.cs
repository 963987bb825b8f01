using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>A plain weave: each thread goes over one and under the next. Yarns differ in tone and thickness, as mottled cloth has it.</summary>
internal static class WeaveTexture
{
    private const int Threads = 64;
    private static readonly Vector3 s_dark = Shade.Srgb(64, 74, 92);
    private static readonly Vector3 s_pale = Shade.Srgb(128, 136, 148);
    private static readonly TileNoise s_noise = new(503);

    public static Image Color(int size) => Painter.Paint("weave_color", size, size, (u, v) =>
    {
        (float height, float tone) = Thread(u, v);
        float twist = s_noise.Smooth(u, v, 200), wear = s_noise.Fractal(u, v, 4, 3);
        return Shade.Mix(s_dark, s_pale, (0.7f * tone) + (0.25f * wear)) * (0.5f + (0.5f * height)) * (0.9f + (0.15f * twist));
    });

    public static Image Normals(int size) => Painter.PaintNormals("weave_normal", size, size, (u, v) =>
        (1.8f * Thread(u, v).Height) + (0.4f * s_noise.Smooth(u, v, 200)));

    private static (float Height, float Tone) Thread(float u, float v)
    {
        float x = (u * Threads) + (0.35f * (s_noise.Smooth(u, v, 8, 24) - 0.5f)), y = (v * Threads) + (0.35f * (s_noise.Smooth(u + 0.5f, v, 24, 8) - 0.5f));
        int column = Wrap((int)MathF.Floor(x)), row = Wrap((int)MathF.Floor(y));
        float across = x - MathF.Floor(x), along = y - MathF.Floor(y);
        bool isWarpOnTop = (column + row) % 2 == 0;
        (float side, float way) = isWarpOnTop ? (across, along) : (along, across);
        float tone = isWarpOnTop ? s_noise.Smooth(u, v, Threads, 9) : s_noise.Smooth(u + 0.1f, v, 9, Threads);

        // Round across the thread, and bowed where it passes over the other.
        float round = 4 * side * (1 - side), bow = 4 * way * (1 - way);
        return (round * (0.45f + (0.55f * bow)), tone);
    }

    private static int Wrap(int i) => ((i % Threads) + Threads) % Threads;
}
