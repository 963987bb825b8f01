namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>No lamp is darker than dark.</summary>
internal sealed class BrightnessCheck : IConformanceCheck<LightBench>
{
    public string Id => "light.positive";

    public string Promise => "light is never negative";

    public Finding Examine(LightBench subject)
    {
        (Settings worst, double darkest) = subject.Ends.Concat(subject.Usual).Select(pair => (pair.Settings, LightBench.Instants.Min(pair.Lamp.Value))).MinBy(pair => pair.Item2);
        return Finding.AtLeast(darkest, -1e-9, "of the nominal intensity", $"darkest with {worst.Short()}");
    }
}
