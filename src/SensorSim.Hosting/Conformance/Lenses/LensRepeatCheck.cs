namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>A lens has no memory.</summary>
internal sealed class LensRepeatCheck : IConformanceCheck<LensBench>
{
    public string Id => "deterministic.repeat";

    public string Promise => "asked again, in another order, it answers the same";

    public Finding Examine(LensBench subject)
    {
        object[] parameters = [.. subject.Usual.Select(pair => pair.Parameters)];
        IReadOnlyList<double?>[] first = [.. parameters.Select(subject.Fingerprint)], again = [.. parameters.Reverse().Select(subject.Fingerprint).Reverse()];
        return Finding.AtMost(first.Zip(again).Sum(pair => pair.First.Zip(pair.Second).Count(numbers => numbers.First != numbers.Second)), 0, "numbers that differ");
    }
}
