using SensorSim.Lights;

namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>A waveform has no memory.</summary>
internal sealed class LightRepeatCheck : IConformanceCheck<LightBench>
{
    public string Id => "deterministic.repeat";

    public string Promise => "asked again, in another order, it answers the same";

    public Finding Examine(LightBench subject)
    {
        LampWaveform[] lamps = [.. subject.Usual.Select(pair => pair.Lamp)];
        IReadOnlyList<double>[] first = [.. lamps.Select(LightBench.Fingerprint)], again = [.. lamps.Reverse().Select(LightBench.Fingerprint).Reverse()];
        return Finding.AtMost(first.Zip(again).Sum(pair => pair.First.Zip(pair.Second).Count(numbers => !numbers.First.Equals(numbers.Second))), 0, "numbers that differ");
    }
}
