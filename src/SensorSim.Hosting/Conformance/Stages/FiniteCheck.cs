namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Numbers stay numbers at the ends of every parameter's range, without light and with much of it.</summary>
internal sealed class FiniteCheck : IConformanceCheck<StageBench>
{
    public string Id => "finite";

    public string Promise => "no infinite sample and none that is no number, with each parameter and all of them at the ends of their ranges";

    public Finding Examine(StageBench subject)
    {
        TestFrame[] frames = [.. new[] { 0, 1, 16 }.Select(share => TestFrame.Of(TestLight.Flat(subject.Stage.Input, 16, 16, share))), subject.SceneAt(), subject.SceneAt(rolling: true)];
        (Settings Settings, int Bad)[] counts =
        [
            .. Settings.Ends(subject.Schema).Prepend(Settings.Default)
                .Select(settings => (settings, Chain: subject.Chain(settings)))
                .Where(pair => pair.Chain is not null)
                .Select(pair => (pair.settings, subject.MeasureAll([.. frames.Select(frame => (pair.Chain!, frame))]).Sum(samples => samples.Count(sample => !float.IsFinite(sample))))),
        ];
        (Settings worst, int bad) = counts.MaxBy(count => count.Bad);
        return Finding.AtMost(counts.Sum(count => (double)count.Bad), 0, "samples", bad > 0 ? $"most with {worst.Short()}" : "");
    }
}
