using SensorSim.Lights;

namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>The list of sinusoids is the waveform.</summary>
internal sealed class HarmonicsCheck : IConformanceCheck<LightBench>
{
    public string Id => "light.harmonics";

    public string Promise => "mean and harmonics add up to the value at every instant";

    public Finding Examine(LightBench subject)
    {
        (Settings Settings, LampWaveform Lamp)[] listed = [.. subject.Usual.Where(pair => pair.Lamp.Harmonics is not null)];
        if (listed.Length == 0)
        {
            return Finding.Skip("it lists none: its edges are sharp");
        }

        (Settings worst, double error) = listed.Select(pair => (pair.Settings, LightBench.Instants.Max(seconds => Math.Abs(Sum(pair.Lamp, seconds) - pair.Lamp.Value(seconds))))).MaxBy(pair => pair.Item2);
        return Finding.AtMost(error, 1e-6, "of the nominal intensity", $"most with {worst.Short()}");
    }

    private static double Sum(LampWaveform lamp, double seconds) => lamp.Mean + lamp.Harmonics!.Sum(part =>
        (part.Cosine * Math.Cos(Math.Tau * part.FrequencyHz * seconds)) + (part.Sine * Math.Sin(Math.Tau * part.FrequencyHz * seconds)));
}
