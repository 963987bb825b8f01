using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>In front of the shutter a stage runs on each layer of light, and what it makes of the sum must be the sum of what it makes of the layers.</summary>
internal sealed class LinearityCheck : IConformanceCheck<StageBench>
{
    private const double First = 0.375, Second = 1.75;

    public string Id => "linear";

    public string Promise => "optics are linear: a sum of lights gives the sum of what each gives";

    public Finding Examine(StageBench subject)
    {
        if (subject.Stage.Input != SignalDomain.RadianceLayers)
        {
            return Finding.Skip("only stages on RadianceLayers have to be");
        }

        SignalImage one = TestLight.Scene(subject.Stage.Input, StageBench.Width, StageBench.Height), other = Turned(one), sum = Sum(one, other);
        (Settings worst, double error) = Settings.Usual(subject.Schema)
            .Select(settings => (settings, Chain: subject.Chain(settings)))
            .Where(pair => pair.Chain is not null)
            .Select(pair => (pair.settings, Error(subject.MeasureAll([.. new[] { one, other, sum }.Select(light => (pair.Chain!, TestFrame.Of(light)))]))))
            .MaxBy(pair => pair.Item2);
        return Finding.AtMost(error, 1e-5, "of the largest number", $"most with {worst.Short()}");
    }

    private static double Error(float[][] outputs)
    {
        double largest = outputs[2].Max(Math.Abs);
        return largest == 0 ? 0 : outputs[2].Select((sample, i) => Math.Abs(sample - (First * outputs[0][i]) - (Second * outputs[1][i]))).Max() / largest;
    }

    private static SignalImage Turned(SignalImage image)
    {
        var turned = new SignalImage(image.Width, image.Height);
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            turned.Pixels[i] = image.Pixels[^(i + 1)];
        }

        return turned;
    }

    private static SignalImage Sum(SignalImage one, SignalImage other)
    {
        var sum = new SignalImage(one.Width, one.Height);
        for (int i = 0; i < one.Pixels.Length; i++)
        {
            sum.Pixels[i] = (First * one.Pixels[i]) + (Second * other.Pixels[i]);
        }

        return sum;
    }
}
