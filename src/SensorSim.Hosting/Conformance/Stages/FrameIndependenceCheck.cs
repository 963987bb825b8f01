namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Noise of one frame says nothing about that of another.</summary>
internal sealed class FrameIndependenceCheck : IConformanceCheck<StageBench>
{
    private const double StandardErrors = 4;

    public string Id => "random.frames";

    public string Promise => "random numbers of two frames have nothing to do with each other";

    public Finding Examine(StageBench subject)
    {
        NoiseSource noise = subject.Noise.Value;
        return noise.Frames.IsEmpty
            ? Finding.Skip("its frames are alike")
            : Finding.AtMost(noise.Frames.Dependence(noise.OtherFrames(pair: 1)), StandardErrors, "standard errors of the correlation", $"with {noise}");
    }
}
