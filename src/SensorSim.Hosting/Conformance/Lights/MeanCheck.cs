namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>The steady layer is the mean over a long time.</summary>
internal sealed class MeanCheck : IConformanceCheck<LightBench>
{
    public string Id => "light.mean";

    public string Promise => "the mean is what a long window has";

    private const double LongSeconds = 10000;

    public Finding Examine(LightBench subject)
    {
        (Settings worst, double error) = subject.Usual.Select(pair => (pair.Settings, Math.Abs((pair.Lamp.Integral(0, LongSeconds) / LongSeconds) - pair.Lamp.Mean))).MaxBy(pair => pair.Item2);
        return Finding.AtMost(error, 1e-3, "of the nominal intensity", $"most with {worst.Short()}");
    }
}
