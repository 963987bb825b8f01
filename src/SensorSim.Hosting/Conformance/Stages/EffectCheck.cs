namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Each parameter changes the picture under some signal: everything there is, at two speeds, with a rolling shutter, and far beyond what is bright.</summary>
internal sealed class EffectCheck : IConformanceCheck<StageBench>
{
    private const string Conditions = "ISO 100 and 3200, usual and bright light, global and rolling shutter";

    private static readonly double[] Speeds = [100, 3200];

    public string Id => "parameters.effective";

    public string Promise => "every parameter does something, alone or with others, over its range";

    public Finding Examine(StageBench subject)
    {
        TestFrame bright = TestFrame.Of(TestLight.Scene(subject.Stage.Input, StageBench.Width, StageBench.Height, brightness: 16));
        TestFrame[] frames = [.. Speeds.Select(iso => subject.SceneAt(iso)), subject.SceneAt(rolling: true), bright];
        var seen = new Dictionary<string, float[][]?>(StringComparer.Ordinal);
        float[][]? Outputs(Settings settings)
        {
            if (!seen.TryGetValue(settings.ToString(), out float[][]? outputs))
            {
                outputs = subject.Chain(settings) is { } chain ? subject.MeasureAll([.. frames.Select(frame => (chain, frame))]) : null;
                seen.Add(settings.ToString(), outputs);
            }

            return outputs;
        }

        return EffectSearch.Inert(subject.Schema, Conditions, (a, b) => Outputs(a) is { } first && Outputs(b) is { } second && Differ(first, second));
    }

    private static bool Differ(float[][] first, float[][] second) => first.Zip(second).Any(pair => !pair.First.AsSpan().SequenceEqual(pair.Second));
}
