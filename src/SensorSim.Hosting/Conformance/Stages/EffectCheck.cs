namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Each parameter changes the picture under some signal: everything there is, at two speeds, and far beyond what is bright.</summary>
internal sealed class EffectCheck : IConformanceCheck<StageBench>
{
    private static readonly double[] Speeds = [100, 3200];

    public string Id => "parameters.effective";

    public string Promise => "every parameter does something, alone or with others, over its range";

    public Finding Examine(StageBench subject)
    {
        TestFrame[] frames = [.. Speeds.Select(iso => subject.SceneAt(iso)), TestFrame.Of(TestLight.Scene(subject.Stage.Input, StageBench.Width, StageBench.Height, brightness: 16))];
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

        return EffectSearch.Inert(subject.Schema, (a, b) => Outputs(a) is { } first && Outputs(b) is { } second && Differ(first, second));
    }

    private static bool Differ(float[][] first, float[][] second) => first.Zip(second).Any(pair => !pair.First.AsSpan().SequenceEqual(pair.Second));
}
