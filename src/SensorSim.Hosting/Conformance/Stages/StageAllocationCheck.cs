namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A frame with the stage leaves no more to collect than one without it.</summary>
internal sealed class StageAllocationCheck : IConformanceCheck<StageBench>
{
    public string Id => "allocation";

    public string Promise => "recording a frame with the stage allocates no memory that recording one without it does not";

    public Finding Examine(StageBench subject)
    {
        if (subject.Chain(Settings.Default) is not { } with || subject.Build(subject.Stage.Input) is not { } without)
        {
            return Finding.Broken("the host refuses its defaults");
        }

        TestFrame frame = subject.SceneAt();
        return Finding.AtMost(subject.BytesToRecord(with, frame) - subject.BytesToRecord(without, frame), 0, "bytes");
    }
}
