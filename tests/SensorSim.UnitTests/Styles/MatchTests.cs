using SensorSim.Randomness;
using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

public class MatchTests
{
    [TestCase(0.01)]
    [TestCase(0.05)]
    public void The_Noise_Of_The_Target_Is_What_Was_Put_Into_It(double sigma)
    {
        using IStyleTransfer transfer = StyleBench.Prepare("style.match", [], Edges(0.8, sigma, 1));

        double[] measured = [.. transfer.Identity["target_noise"]!.AsArray().Select(level => (double)level!)];

        Assert.That(measured, Is.All.EqualTo(sigma).Within(0.05 * sigma));
    }

    [TestCase(0.6)]
    [TestCase(1.0)]
    [TestCase(1.8)]
    public void The_Width_Of_Edges_Is_What_They_Were_Blurred_With(double sigmaPixels)
    {
        using IStyleTransfer transfer = StyleBench.Prepare("style.match", [], Edges(sigmaPixels, 0, 1));

        Assert.That((double)transfer.Identity["target_edge_px"]!, Is.EqualTo(Math.Sqrt((sigmaPixels * sigmaPixels) + (1 / 12.0))).Within(0.12 * sigmaPixels));
    }

    [Test]
    public void A_Clean_Sharp_Picture_Becomes_As_Blurred_And_Noisy_As_The_Target()
    {
        StyleImage target = Edges(1.4, 0.03, 1);

        StyleImage styled = StyleBench.Apply("style.match", [], Edges(0.6, 0.005, 2), target);

        (double edge, double noise) = Measured(styled);
        (double wantedEdge, double wantedNoise) = Measured(target);
        Assert.That(edge, Is.EqualTo(wantedEdge).Within(0.1));
        Assert.That(noise, Is.EqualTo(wantedNoise).Within(0.05 * wantedNoise));
    }

    [Test]
    public void A_Blurred_Picture_Becomes_As_Sharp_As_The_Target()
    {
        StyleImage target = Edges(0.9, 0, 1), before = Edges(1.3, 0, 2);

        StyleImage styled = StyleBench.Apply("style.match", new() { ["noise"] = false }, before, target);

        Assert.That(Measured(styled).Edge, Is.EqualTo(Measured(target).Edge).Within(0.1));
        Assert.That(Measured(before).Edge, Is.GreaterThan(Measured(target).Edge + 0.3));
    }

    [Test]
    public void Noise_Goes_By_Sample_Step_And_Camera_And_Comes_Again()
    {
        StyleImage picture = Edges(1, 0, 1), target = Edges(1, 0.04, 2);

        StyleResult once = StyleBench.Restyle("style.match", [], [picture, picture], target), again = StyleBench.Restyle("style.match", [], [picture, picture], target);

        Assert.That(again.Frames[0].Samples.ToArray(), Is.EqualTo(once.Frames[0].Samples.ToArray()));
        Assert.That(once.Frames[1].Samples.ToArray(), Is.Not.EqualTo(once.Frames[0].Samples.ToArray()));
    }

    [Test]
    public void Without_Either_The_Picture_Stays()
    {
        StyleImage picture = Edges(1, 0.01, 1);

        StyleImage styled = StyleBench.Apply("style.match", new() { ["noise"] = false, ["sharpness"] = false }, picture, Edges(2, 0.05, 2));

        Assert.That(styled.Samples.ToArray(), Is.EqualTo(picture.Samples.ToArray()));
    }

    private static (double Edge, double Noise) Measured(StyleImage image)
    {
        using IStyleTransfer transfer = StyleBench.Prepare("style.match", [], image);
        return ((double)transfer.Identity["target_edge_px"]!, (double)transfer.Identity["target_noise"]![0]!);
    }

    // Bars with edges of a known width (the exact integral over each pixel of a blurred step), slightly tilted so that edges fall everywhere between pixels, and white noise.
    private static StyleImage Edges(double sigmaPixels, double noise, ulong seed)
    {
        const int width = 200, height = 160, bar = 25;
        var image = new StyleImage(width, height);
        RandomKey key = RandomKey.ForDraw(seed, 0, "edges");
        for (int i = 0; i < width * height; i++)
        {
            double place = (i % width) + (0.1 * (i / width)), value = 0.3;
            for (int edge = -1; edge < 12; edge++)
            {
                double step = 0.5 * (1 + Erf((place - (edge * bar)) / (sigmaPixels * Math.Sqrt(2))));
                value += (edge % 2 == 0 ? 0.4 : -0.4) * (edge < 0 ? 0 : step);
            }

            UInt4 bits = new RandomStream(key, (uint)i, 0, 0).Draw(0);
            (image.Samples[3 * i], image.Samples[(3 * i) + 1], image.Samples[(3 * i) + 2]) = (
                (float)(value + (noise * NormalSampler.Draw(bits.X))), (float)(value + (noise * NormalSampler.Draw(bits.Y))), (float)(value + (noise * NormalSampler.Draw(bits.Z))));
        }

        return image;
    }

    // Abramowitz and Stegun 7.1.26, to 1.5e-7.
    private static double Erf(double x)
    {
        double t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        double tail = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.Sign(x) * (1 - (tail * Math.Exp(-x * x)));
    }
}
