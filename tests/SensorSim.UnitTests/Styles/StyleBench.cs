using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Style;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Styles;

/// <summary>Backends as the program loads them, and pictures to try them on.</summary>
internal static class StyleBench
{
    public static StyleBackend Backend(string id) => (StyleBackend)SensorBench.Catalog.Require(id).Instance;

    /// <summary>Restyles one picture.</summary>
    public static StyleImage Apply(string id, JsonObject parameters, StyleImage picture, params StyleImage[] targets) => Restyle(id, parameters, [picture], targets).Frames[0];

    public static StyleResult Restyle(string id, JsonObject parameters, StyleImage[] pictures, params StyleImage[] targets)
    {
        using IStyleTransfer transfer = Prepare(id, parameters, targets);
        return transfer.Apply(ClipOf(pictures), default);
    }

    public static IStyleTransfer Prepare(string id, JsonObject parameters, params StyleImage[] targets)
    {
        ParameterBinding bound = SensorBench.Catalog.Require(id).Schema.Bind(parameters.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
        Assert.That(bound.Errors, Is.Empty);
        return Backend(id).PrepareWith(bound.Parameters!, RequestOf(targets));
    }

    public static StyleRequest RequestOf(params StyleImage[] targets) =>
        new([.. targets.Select((target, i) => new StyleTarget($"target{i}", $"digest{i}", target.Copy))], 7, Path.GetTempPath());

    public static StyleClip ClipOf(params StyleImage[] pictures) =>
        new([.. pictures.Select((picture, step) => new StyleFrame($"000000_{step:D4}_front", 0, step, "front", step / 10.0, picture.Copy()))], 10);

    /// <summary>Coloured blocks with soft shades and a little grain: something of everything that a picture has.</summary>
    public static StyleImage Scene(int width, int height, ulong seed)
    {
        var image = new StyleImage(width, height);
        RandomKey key = RandomKey.ForDraw(seed, 0, "scene");
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                UInt4 block = new RandomStream(key, (uint)((x / 13) + (1000 * (y / 11))), 0, 1).Draw(0), grain = new RandomStream(key, (uint)((y * width) + x), 0, 2).Draw(0);
                double shade = 0.6 + (0.4 * Math.Sin((x * 0.05) + (y * 0.03) + seed));
                Span<float> colour = image.Samples.Slice(3 * ((y * width) + x), 3);
                colour[0] = Value(block.X, grain.X, shade * 0.9);
                colour[1] = Value(block.Y, grain.Y, shade * 0.7);
                colour[2] = Value(block.Z, grain.Z, shade * 0.5);
            }
        }

        return image;
    }

    /// <summary>Largest difference of a sample, in codes of 8 bits.</summary>
    public static double LargestDifference(StyleImage a, StyleImage b)
    {
        Assert.That((b.Width, b.Height), Is.EqualTo((a.Width, a.Height)));
        double most = 0;
        for (int i = 0; i < a.Samples.Length; i++)
        {
            most = Math.Max(most, Math.Abs(a.Samples[i] - b.Samples[i]) * 255);
        }

        return most;
    }

    private static float Value(uint block, uint grain, double shade) => (float)Math.Clamp((RandomStream.Uniform(block) * shade) + (0.02 * NormalSampler.Draw(grain)), 0, 1);
}
