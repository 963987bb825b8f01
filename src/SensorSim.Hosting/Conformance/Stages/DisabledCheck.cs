using SensorSim.Sensors;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A stage that is not enabled is absent, for the signal as for the random numbers of others.</summary>
internal sealed class DisabledCheck : IConformanceCheck<StageBench>
{
    public string Id => "disabled";

    public string Promise => "enabled: false is the same as leaving the stage out, bit for bit";

    public Finding Examine(StageBench subject)
    {
        Settings active = Settings.Usual(subject.Schema)[^1];
        StageRequest stage = subject.Request(active), absent = stage with { Enabled = false };
        TestFrame frame = subject.SceneAt();
        (ProbedChain With, ProbedChain Without)[] pairs =
        [
            (subject.Build(subject.Stage.Input, absent)!, subject.Build(subject.Stage.Input)!),
            .. subject.Chain(active) is { } alone ? [(subject.Build(subject.Stage.Output, absent, stage)!, alone)] : Array.Empty<(ProbedChain, ProbedChain)>(),
        ];
        return Sameness.Of([.. pairs.Select(pair => subject.Measure(pair.With, frame))], [.. pairs.Select(pair => subject.Measure(pair.Without, frame))]);
    }
}
