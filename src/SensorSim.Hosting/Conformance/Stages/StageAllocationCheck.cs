using SensorSim.Sensors;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A frame with the stage leaves no more to collect than one without it, but for what the host needs for each dispatch.</summary>
internal sealed class StageAllocationCheck : IConformanceCheck<StageBench>
{
    // Views of buffers and what gives them back: the host's, whatever the stage.
    private const int BytesOfDispatch = 2048;

    public string Id => "allocation";

    public string Promise => "recording a frame allocates nothing for the stage, but 2 KiB of the host's for each of its own dispatches";

    public Finding Examine(StageBench subject)
    {
        if (subject.Chain(Settings.Default) is not { } with || subject.Build(subject.Stage.Input) is not { } without)
        {
            return Finding.Broken("the host refuses its defaults");
        }

        TestFrame frame = subject.SceneAt();
        return Finding.AtMost(subject.BytesToRecord(with, frame) - subject.BytesToRecord(without, frame), BytesOfDispatch * Dispatches(subject.Stage), "bytes");
    }

    // A stage that looks at single pixels shares a dispatch that is there already.
    private static int Dispatches(SensorStage stage) => stage is INeighbourhoodStage neighbourhood ? neighbourhood.Passes : 0;
}
