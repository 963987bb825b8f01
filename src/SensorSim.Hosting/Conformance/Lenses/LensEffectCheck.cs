namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>Each parameter moves something in the image.</summary>
internal sealed class LensEffectCheck : IConformanceCheck<LensBench>
{
    public string Id => "parameters.effective";

    public string Promise => "every parameter does something, alone or with others, over its range";

    public Finding Examine(LensBench subject) => EffectSearch.Inert(subject.Schema, "directions up to 84 degrees from the axis, places up to 1.2 focal lengths from it", (a, b) =>
        a.Bind(subject.Schema) is { } first && b.Bind(subject.Schema) is { } second && !subject.Fingerprint(first).SequenceEqual(subject.Fingerprint(second)));
}
