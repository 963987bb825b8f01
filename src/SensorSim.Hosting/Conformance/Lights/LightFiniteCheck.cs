namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>Numbers stay numbers.</summary>
internal sealed class LightFiniteCheck : IConformanceCheck<LightBench>
{
    public string Id => "finite";

    public string Promise => "no infinite number and none that is no number, with each parameter and all of them at the ends of their ranges";

    public Finding Examine(LightBench subject) => Finding.Numbers(
        subject.Usual.Concat(subject.Ends).Select(pair => (pair.Settings, LightBench.Fingerprint(pair.Lamp).Count(number => !double.IsFinite(number)))), "numbers");
}
