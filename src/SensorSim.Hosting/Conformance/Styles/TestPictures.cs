using SensorSim.Randomness;
using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>Small pictures that have something of everything: colours, edges, shades and grain. The same ones each time.</summary>
internal static class TestPictures
{
    private const int BlockPixels = 8;

    /// <summary>Coloured blocks with sharp edges.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="seed">Another one, another picture.</param>
    /// <param name="grain">Standard deviation of the noise on it.</param>
    public static StyleImage Blocks(int width, int height, ulong seed, double grain) => Of(width, height, seed, (at, block, noise) =>
        0.15 + (0.6 * RandomStream.Uniform(block)) + (0.1 * Math.Sin(0.2 * at)) + (grain * NormalSampler.Draw(noise)));

    /// <summary>The same, out of focus.</summary>
    public static StyleImage Soft(int width, int height, ulong seed) => Blocks(width, height, seed, 0).Resized((width + 1) / 2, (height + 1) / 2).Resized(width, height);

    /// <summary>One value everywhere: 0 is black, 1 is white.</summary>
    public static StyleImage Even(int width, int height, float value)
    {
        var picture = new StyleImage(width, height);
        picture.Samples.Fill(value);
        return picture;
    }

    /// <summary>Each sample by itself, from 0 to 1.</summary>
    public static StyleImage Noise(int width, int height) => Of(width, height, 5, (_, _, noise) => RandomStream.Uniform(noise));

    private static StyleImage Of(int width, int height, ulong seed, Func<int, uint, uint, double> value)
    {
        var picture = new StyleImage(width, height);
        RandomKey key = RandomKey.ForDraw(seed, 0, "conformance.picture");
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            int x = pixel % width, y = pixel / width;
            UInt4 block = new RandomStream(key, (uint)((x / BlockPixels) + (1000 * (y / BlockPixels))), 0, 1).Draw(0), noise = new RandomStream(key, (uint)pixel, 0, 2).Draw(0);
            Span<float> colour = picture.Samples.Slice(3 * pixel, 3);
            (colour[0], colour[1], colour[2]) = (Clipped(value(x + y, block.X, noise.X)), Clipped(value(x + y, block.Y, noise.Y)), Clipped(value(x + y, block.Z, noise.Z)));
        }

        return picture;
    }

    private static float Clipped(double value) => (float)Math.Clamp(value, 0, 1);
}
