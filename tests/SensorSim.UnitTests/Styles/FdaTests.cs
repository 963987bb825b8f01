using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

public class FdaTests
{
    [TestCase(64, 48, 64, 48, 0.05)]
    [TestCase(61, 47, 61, 47, 0.1)]
    [TestCase(33, 80, 120, 50, 0.09)]
    [TestCase(160, 120, 64, 200, 0.01)]
    [TestCase(16, 12, 16, 12, 0.45)]
    public void It_Is_What_NumPy_Computes(int width, int height, int targetWidth, int targetHeight, double beta)
    {
        StyleImage source = StyleBench.Scene(width, height, 1), target = StyleBench.Scene(targetWidth, targetHeight, 2);

        StyleImage styled = StyleBench.Apply("style.fda", new() { ["beta"] = beta, ["colours"] = "each_frequency" }, source, target);

        StyleImage expected = StyleReference.Of("fda", source, target, beta);
        Assert.That(StyleBench.LargestDifference(styled, expected), Is.LessThan(0.05));
        Assert.That(StyleBench.LargestDifference(styled, source), Is.GreaterThan(5), "it changes the picture");
    }

    [Test]
    public void At_Beta_0_The_Mean_Becomes_The_Targets()
    {
        StyleImage source = StyleBench.Scene(40, 30, 1), target = StyleBench.Scene(40, 30, 2);

        StyleImage styled = StyleBench.Apply("style.fda", new() { ["beta"] = 0 }, Dimmed(source), Dimmed(target));

        Assert.That(Mean(styled), Is.EqualTo(Mean(Dimmed(target))).Within(1e-5));
    }

    // The colour that the picture has anywhere is its own, and one and the same colour more.
    [Test]
    public void By_The_Mean_No_Coloured_Clouds_Lie_Over_The_Picture()
    {
        StyleImage source = Dimmed(StyleBench.Scene(64, 48, 1)), target = Dimmed(StyleBench.Scene(64, 48, 2));

        StyleImage styled = StyleBench.Apply("style.fda", new() { ["beta"] = 0.05 }, source, target), clouds = StyleBench.Apply("style.fda", new() { ["beta"] = 0.05, ["colours"] = "each_frequency" }, source, target);

        Assert.That(Spread(RedLessBlue(styled, source)), Is.LessThan(1e-4));
        Assert.That(Spread(RedLessBlue(clouds, source)), Is.GreaterThan(0.01));
        Assert.That(Mean(styled), Is.EqualTo(Mean(target)).Within(1e-5));
    }

    [Test]
    public void Its_Own_Target_Changes_Nothing()
    {
        StyleImage source = StyleBench.Scene(50, 37, 3);

        Assert.That(StyleBench.LargestDifference(StyleBench.Apply("style.fda", new() { ["beta"] = 0.2 }, source, source), source), Is.LessThan(0.01));
    }

    [Test]
    public void All_Frames_Of_A_Clip_Go_By_One_Target_And_The_Record_Says_Which()
    {
        StyleImage source = StyleBench.Scene(32, 24, 1);

        StyleResult styled = StyleBench.Restyle("style.fda", new() { ["beta"] = 0.1 }, [source, source], [.. Enumerable.Range(2, 9).Select(seed => StyleBench.Scene(32, 24, (ulong)seed))]);

        Assert.That(styled.Frames[1].Samples.ToArray(), Is.EqualTo(styled.Frames[0].Samples.ToArray()));
        Assert.That((string?)styled.Evidence["target"], Does.StartWith("target"));
    }

    // Far from black and white, where clipping would change the mean.
    private static StyleImage Dimmed(StyleImage image)
    {
        StyleImage result = image.Copy();
        foreach (ref float sample in result.Samples)
        {
            sample = 0.4f + (0.1f * sample);
        }

        return result;
    }

    private static double[] RedLessBlue(StyleImage styled, StyleImage source) =>
        [.. Enumerable.Range(0, source.Samples.Length / 3).Select(i => (double)(styled.Samples[3 * i] - source.Samples[3 * i]) - (styled.Samples[(3 * i) + 2] - source.Samples[(3 * i) + 2]))];

    private static double Spread(double[] values) => values.Max() - values.Min();

    private static double Mean(StyleImage image) => image.Samples.ToArray().Average(sample => (double)sample);
}
