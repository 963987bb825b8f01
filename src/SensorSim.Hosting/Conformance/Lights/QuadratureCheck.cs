using SensorSim.Lights;

namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>The exact integral is that of the values (midpoint rule).</summary>
internal sealed class QuadratureCheck : IConformanceCheck<LightBench>
{
    public string Id => "light.integral";

    public string Promise => "the integral over a window is the sum of the values in it";

    private const int Steps = 20000;

    public Finding Examine(LightBench subject)
    {
        (Settings worst, double error) = subject.Usual.Select(pair => (pair.Settings, LightBench.Windows.Max(window => Error(pair.Lamp, window.Start, window.End)))).MaxBy(pair => pair.Item2);
        return Finding.AtMost(error, 1e-3, "of the window", $"most with {worst.Short()}");
    }

    private static double Error(LampWaveform lamp, double start, double end)
    {
        double step = (end - start) / Steps, sum = Enumerable.Range(0, Steps).Sum(i => lamp.Value(start + ((i + 0.5) * step)));
        return Math.Abs(lamp.Integral(start, end) - (sum * step)) / (end - start);
    }
}
