using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Turns functions of texture coordinates into images. Each texel is a function of its place alone, so rows run in parallel.</summary>
internal static class Painter
{
    /// <summary>Components from 0 to 1, as stored: sRGB-encoded for colours.</summary>
    public static Image Paint(string name, int width, int height, Func<float, float, Vector3> color)
    {
        byte[] rgba = new byte[4 * width * height];
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++)
            {
                Store(rgba, 4 * ((y * width) + x), color((x + 0.5f) / width, (y + 0.5f) / height));
            }
        });
        return new(name, width, height, rgba);
    }

    /// <summary>A tangent-space normal map (+Y up) from a height in units of texels, repeating at the borders.</summary>
    public static Image PaintNormals(string name, int width, int height, Func<float, float, float> heightTexels)
    {
        float[] field = new float[width * height];
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++)
            {
                field[(y * width) + x] = heightTexels((x + 0.5f) / width, (y + 0.5f) / height);
            }
        });
        return Paint(name, width, height, (u, v) => Normal(field, width, height, (int)(u * width), (int)(v * height)));
    }

    private static Vector3 Normal(float[] field, int width, int height, int x, int y)
    {
        float At(int i, int j) => field[((j + height) % height * width) + ((i + width) % width)];
        float dx = (At(x + 1, y) - At(x - 1, y)) / 2, dy = (At(x, y + 1) - At(x, y - 1)) / 2;
        return (Vector3.Normalize(new(-dx, dy, 1)) + Vector3.One) / 2;
    }

    private static void Store(byte[] rgba, int at, Vector3 c)
    {
        rgba[at] = Code(c.X);
        rgba[at + 1] = Code(c.Y);
        rgba[at + 2] = Code(c.Z);
        rgba[at + 3] = 255;
    }

    private static byte Code(float value) => (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5f);
}
