namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A frame that is computed again is the same.</summary>
internal sealed class RepeatCheck : IConformanceCheck<StageBench>
{
    public string Id => "deterministic.repeat";

    public string Promise => "the same frame again has the same bytes";

    public Finding Examine(StageBench subject)
    {
        ProbedChain[] chains = [.. Settings.Usual(subject.Schema).Select(settings => subject.Chain(settings)).OfType<ProbedChain>()];
        float[][] Once() => [.. chains.Select(chain => subject.Measure(chain, subject.SceneAt()))];
        return Sameness.Of(Once(), Once());
    }
}
