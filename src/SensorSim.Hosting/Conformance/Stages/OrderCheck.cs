namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Frames of one batch are those of several, in any order.</summary>
internal sealed class OrderCheck : IConformanceCheck<StageBench>
{
    public string Id => "deterministic.order";

    public string Promise => "a frame has the same bytes alone, in a batch, and in whatever order";

    public Finding Examine(StageBench subject)
    {
        ProbedChain[] chains = [.. Settings.Usual(subject.Schema).Select(settings => subject.Chain(settings)).OfType<ProbedChain>().Take(3)];
        (ProbedChain, TestFrame)[] frames = [.. chains.SelectMany(chain => Enumerable.Range(0, 3).Select(step => (chain, subject.SceneAt(step: (uint)step))))];
        float[][] together = subject.MeasureAll(frames);
        float[][] apart = [.. frames.Reverse().Select(frame => subject.MeasureAll([frame])[0]).Reverse()];
        return Sameness.Of(together, apart);
    }
}
