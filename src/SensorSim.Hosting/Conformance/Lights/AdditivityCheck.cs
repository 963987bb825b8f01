using SensorSim.Lights;

namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>Windows add up: rolling shutters lean on it.</summary>
internal sealed class AdditivityCheck : IConformanceCheck<LightBench>
{
    public string Id => "light.additive";

    public string Promise => "two windows that touch have together what one over both has";

    public Finding Examine(LightBench subject)
    {
        (Settings worst, double error) = subject.Ends.Concat(subject.Usual).Select(pair => (pair.Settings, LightBench.Windows.Max(window => Error(pair.Lamp, window.Start, window.End)))).MaxBy(pair => pair.Item2);
        return Finding.AtMost(error, 1e-6, "of the window", $"most with {worst.Short()}");
    }

    private static double Error(LampWaveform lamp, double start, double end)
    {
        double between = start + (0.382 * (end - start));
        return Math.Abs(lamp.Integral(start, between) + lamp.Integral(between, end) - lamp.Integral(start, end)) / (end - start);
    }
}
