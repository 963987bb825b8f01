using SensorSim.Sensors;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A stage that shares a dispatch with its neighbours gives what it gives alone.</summary>
internal sealed class FusionCheck : IConformanceCheck<StageBench>
{
    public string Id => "deterministic.fusion";

    public string Promise => "a frame has the same bytes whether the stage shares a dispatch with others or not";

    public Finding Examine(StageBench subject)
    {
        if (subject.Stage is INeighbourhoodStage)
        {
            return Finding.Skip("a stage that reads an image has dispatches of its own");
        }

        if (subject.Chain(Settings.Default) is not { } chain)
        {
            return Finding.Broken("the host refuses its defaults");
        }

        TestFrame frame = subject.SceneAt();
        return Sameness.Of(subject.MeasureAll([(chain, frame)]), subject.MeasureAll([(chain, frame)], stagesPerPass: 1));
    }
}
