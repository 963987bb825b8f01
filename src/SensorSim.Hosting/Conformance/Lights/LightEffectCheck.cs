namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>Each parameter changes the light.</summary>
internal sealed class LightEffectCheck : IConformanceCheck<LightBench>
{
    public string Id => "parameters.effective";

    public string Promise => "every parameter does something, alone or with others, over its range";

    public Finding Examine(LightBench subject) => EffectSearch.Inert(subject.Schema, "windows and instants within the first two seconds, after a minute, and after an hour", (a, b) =>
        subject.Lamp(a) is { } first && subject.Lamp(b) is { } second && !LightBench.Fingerprint(first).SequenceEqual(LightBench.Fingerprint(second)));
}
