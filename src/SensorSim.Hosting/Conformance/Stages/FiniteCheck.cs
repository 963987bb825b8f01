namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Numbers stay numbers at the ends of every parameter's range, without light and with much of it.</summary>
internal sealed class FiniteCheck : IConformanceCheck<StageBench>
{
    public string Id => "finite";

    public string Promise => "no infinite sample and none that is no number, with each parameter and all of them at the ends of their ranges; nor in the reference at the defaults";

    public Finding Examine(StageBench subject)
    {
        TestFrame[] frames = [.. new[] { 0, 1, 16 }.Select(share => TestFrame.Of(TestLight.Flat(subject.Stage.Input, 16, 16, share))), subject.SceneAt(), subject.SceneAt(rolling: true)];
        return IsReferenceFinite(subject, frames)
            ? Finding.Numbers(
                from settings in Settings.Ends(subject.Schema).Prepend(Settings.Default)
                let chain = subject.Chain(settings)
                where chain is not null
                select (settings, subject.MeasureAll([.. frames.Select(frame => (chain, frame))]).Sum(samples => samples.Count(sample => !float.IsFinite(sample)))),
                "samples of the shader")
            : Finding.Broken("the reference in C# gives samples that are infinite or not a number, at the defaults") with { GivesNumbers = false };
    }

    private static bool IsReferenceFinite(StageBench subject, TestFrame[] frames) =>
        !subject.Stage.HasReference || subject.Chain(Settings.Default) is not { } chain || frames.All(frame => StageBench.Refer(chain, frame).All(float.IsFinite));
}
