using System.Numerics;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Small functions that every texture uses.</summary>
internal static class Shade
{
    public static Vector3 Mix(Vector3 a, Vector3 b, float t) => a + ((b - a) * Math.Clamp(t, 0, 1));

    /// <summary>0 below <paramref name="low"/>, 1 above <paramref name="high"/>, smooth between.</summary>
    public static float Step(float low, float high, float x)
    {
        float t = Math.Clamp((x - low) / (high - low), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>1 inside a rectangle, 0 outside, with soft edges.</summary>
    public static float Rectangle(float u, float v, float left, float top, float right, float bottom, float soft) =>
        Step(left - soft, left + soft, u) * Step(-right - soft, -right + soft, -u) * Step(top - soft, top + soft, v) * Step(-bottom - soft, -bottom + soft, -v);

    /// <summary>sRGB bytes as written by people.</summary>
    public static Vector3 Srgb(byte r, byte g, byte b) => new Vector3(r, g, b) / 255;
}
