using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Prints: the hanging aisle sign and the label on a beam. Twice as wide as high.</summary>
internal static class SignTexture
{
    private static readonly Vector3 s_blue = Shade.Srgb(18, 62, 128);
    private static readonly Vector3 s_white = new(0.94f);
    private static readonly TileNoise s_noise = new(89);

    public static Image Aisle(string text, int height) => Painter.Paint("sign_color", 2 * height, height, (u, v) =>
    {
        float x = 2 * u, letter = 0.62f;
        float start = (2 - (letter * ((text.Length * StrokeFont.Advance) - 0.1f))) / 2;
        float ink = StrokeFont.Coverage(text, (x - start) / letter, (v - 0.19f) / letter, 0.15f, 0.01f);
        float frame = 1 - Shade.Rectangle(x, v, 0.05f, 0.05f, 1.95f, 0.95f, 0.006f);
        return Shade.Mix(s_blue, s_white, MathF.Max(ink, frame));
    });

    public static Image Label(int height) => Painter.Paint("label_color", 2 * height, height, (u, v) =>
    {
        float x = 2 * u;
        float code = StrokeFont.Coverage("A7", (x - 0.12f) / 0.6f, (v - 0.2f) / 0.6f, 0.16f, 0.02f);
        float bars = Shade.Rectangle(x, v, 1.15f, 0.2f, 1.85f, 0.8f, 0.01f) * (s_noise.Cell((int)(x * 36), 1) > 0.5f ? 1 : 0);
        return Shade.Mix(s_white, new(0.06f), MathF.Max(code, bars));
    });
}
