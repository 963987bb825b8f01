namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>A lens says a number or nothing.</summary>
internal sealed class LensFiniteCheck : IConformanceCheck<LensBench>
{
    public string Id => "finite";

    public string Promise => "no infinite place or direction and none that is no number, with each parameter and all of them at the ends of their ranges";

    public Finding Examine(LensBench subject) => Finding.Numbers(
        subject.Usual.Concat(subject.Ends).Select(pair => (pair.Settings, subject.Fingerprint(pair.Parameters).Count(number => number is { } value && !double.IsFinite(value)))), "numbers");
}
