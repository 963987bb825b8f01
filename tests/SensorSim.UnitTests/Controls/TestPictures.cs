using SensorSim.Randomness;
using SensorSim.Video;

namespace SensorSim.UnitTests.Controls;

/// <summary>Pictures with edges of all directions and strengths, slopes and noise.</summary>
internal static class TestPictures
{
    public static VideoFrame Shapes(int width, int height, int number)
    {
        var picture = new VideoFrame(width, height);
        var noise = new RandomStream(RandomKey.ForDraw(7, number, "test picture"), 0, 0, 0);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                UInt4 bits = noise.Draw((uint)((y * width) + x));
                double dx = x - (width * 0.6), dy = y - (height * 0.45);
                int disc = (dx * dx) + (dy * dy) < height * height * 0.09 ? 110 : 0, bar = x + (2 * y) > width && x + (2 * y) < width + 14 ? 70 : 0, box = x < width / 4 && y > height / 2 ? 45 : 0;
                int i = 3 * ((y * width) + x);
                picture.Samples[i] = Code(20 + disc + box + (x * 60 / width) + Noise(bits.X));
                picture.Samples[i + 1] = Code(60 + bar + (disc / 2) + (y * 90 / height) + Noise(bits.Y));
                picture.Samples[i + 2] = Code(130 - disc + bar + box + Noise(bits.Z));
            }
        }

        return picture;
    }

    public static VideoFrame Plain(int width, int height, Func<int, int, (int Red, int Green, int Blue)> color)
    {
        var picture = new VideoFrame(width, height);
        for (int i = 0; i < width * height; i++)
        {
            (int red, int green, int blue) = color(i % width, i / width);
            picture.Set(i, (byte)red, (byte)green, (byte)blue);
        }

        return picture;
    }

    private static int Noise(uint bits) => (int)(bits % 25) - 12;

    private static byte Code(int value) => (byte)Math.Clamp(value, 0, 255);
}
