using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

public class ColorTests
{
    private static readonly StyleImage s_source = StyleBench.Scene(120, 90, 1);
    private static readonly StyleImage s_target = StyleBench.Scene(100, 80, 5);

    [Test]
    public void Reinhard_Is_What_NumPy_Computes()
    {
        StyleImage styled = Apply("reinhard", s_source, s_target);

        Assert.That(StyleBench.LargestDifference(styled, StyleReference.Of("reinhard", s_source, s_target)), Is.LessThan(0.05));
        Assert.That(StyleBench.LargestDifference(styled, s_source), Is.GreaterThan(5), "it changes the picture");
    }

    [TestCase("reinhard", 1.0)]
    [TestCase("mkl", 0.05)]
    [TestCase("histogram", 0.2)]
    [TestCase("sliced_transport", 1.0)]
    public void Its_Own_Target_Changes_Nothing(string method, double codes)
    {
        Assert.That(StyleBench.LargestDifference(Apply(method, s_source, s_source), s_source), Is.LessThan(codes));
    }

    [Test]
    public void Mkl_Gives_The_Targets_Means_And_Covariances()
    {
        StyleImage source = Squeezed(s_source), target = Squeezed(s_target);

        StyleImage styled = Apply("mkl", source, target);

        for (int i = 0; i < 3; i++)
        {
            Assert.That(Mean(styled, i), Is.EqualTo(Mean(target, i)).Within(1e-5));
            for (int j = 0; j < 3; j++)
            {
                Assert.That(Covariance(styled, i, j), Is.EqualTo(Covariance(target, i, j)).Within(1e-6));
            }
        }
    }

    [TestCase("histogram")]
    [TestCase("sliced_transport")]
    public void Each_Channel_Is_Distributed_As_The_Targets(string method)
    {
        StyleImage target = Squeezed(s_target), styled = Apply(method, s_source, target);

        for (int channel = 0; channel < 3; channel++)
        {
            Assert.That(Wasserstein(styled, target, [channel == 0 ? 1 : 0, channel == 1 ? 1 : 0, channel == 2 ? 1 : 0]), Is.LessThan(0.01), $"channel {channel}");
            Assert.That(Wasserstein(s_source, target, [channel == 0 ? 1 : 0, channel == 1 ? 1 : 0, channel == 2 ? 1 : 0]), Is.GreaterThan(0.02), "before");
        }
    }

    [Test]
    public void Sliced_Transport_Carries_Over_How_Channels_Go_Together()
    {
        StyleImage target = Tied(s_target);
        double[] difference = [Math.Sqrt(0.5), -Math.Sqrt(0.5), 0];

        Assert.That(Wasserstein(Apply("sliced_transport", s_source, target), target, difference), Is.LessThan(0.02));
        Assert.That(Wasserstein(Apply("histogram", s_source, target), target, difference), Is.GreaterThan(0.05), "channels by themselves do not know of each other");
    }

    [Test]
    public void Strength_Is_The_Share_Of_The_Change()
    {
        StyleImage whole = Apply("mkl", s_source, s_target), half = StyleBench.Apply("style.color", new() { ["method"] = "mkl", ["strength"] = 0.5 }, s_source, s_target);
        StyleImage middle = s_source.Copy();
        for (int i = 0; i < middle.Samples.Length; i++)
        {
            middle.Samples[i] = whole.Samples[i] is > 0 and < 1 ? (s_source.Samples[i] + whole.Samples[i]) / 2 : half.Samples[i];
        }

        Assert.That(StyleBench.LargestDifference(half, middle), Is.LessThan(0.01));
    }

    [Test]
    public void A_Picture_Of_One_Colour_Gets_The_Mean()
    {
        var grey = new StyleImage(20, 10);
        grey.Samples.Fill(0.5f);

        foreach (string method in (string[])["reinhard", "mkl", "histogram", "sliced_transport"])
        {
            float[] styled = Apply(method, grey, s_target).Samples.ToArray();
            Assert.That(styled.Where((_, i) => i % 3 == 0).Distinct().Count(), Is.EqualTo(1), method);
        }
    }

    private static StyleImage Apply(string method, StyleImage source, StyleImage target) => StyleBench.Apply("style.color", new JsonObject { ["method"] = method }, source, target);

    private static StyleImage Squeezed(StyleImage image) => Mapped(image, (colour, i) => 0.4f + (0.2f * colour[i]));

    // Green follows red.
    private static StyleImage Tied(StyleImage image) => Mapped(image, (colour, i) => i == 1 ? colour[0] : colour[i]);

    private static StyleImage Mapped(StyleImage image, Func<float[], int, float> map)
    {
        StyleImage result = image.Copy();
        for (int i = 0; i < result.Samples.Length; i++)
        {
            result.Samples[i] = map(image.Samples.Slice(i - (i % 3), 3).ToArray(), i % 3);
        }

        return result;
    }

    private static double Mean(StyleImage image, int channel) => Along(image, channel).Average();

    private static double Covariance(StyleImage image, int i, int j)
    {
        double[] a = Along(image, i), b = Along(image, j);
        double meanA = a.Average(), meanB = b.Average();
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Average();
    }

    private static double[] Along(StyleImage image, int channel)
    {
        double[] values = new double[image.Width * image.Height];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = image.Samples[(3 * i) + channel];
        }

        return values;
    }

    // The mean distance of the n-th smallest of one to the n-th smallest of the other.
    private static double Wasserstein(StyleImage a, StyleImage b, double[] axis)
    {
        double[] x = Projected(a, axis), y = Projected(b, axis);
        return Enumerable.Range(0, 10000).Average(i => Math.Abs(x[(int)((long)i * x.Length / 10000)] - y[(int)((long)i * y.Length / 10000)]));
    }

    private static double[] Projected(StyleImage image, double[] axis)
    {
        double[] r = Along(image, 0), g = Along(image, 1), b = Along(image, 2);
        return [.. Enumerable.Range(0, r.Length).Select(i => (r[i] * axis[0]) + (g[i] * axis[1]) + (b[i] * axis[2])).Order()];
    }
}
