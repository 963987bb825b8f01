namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>The noise-free twin of a stage has nothing left that changes from frame to frame: labels are made of it.</summary>
internal sealed class TwinCheck : IConformanceCheck<StageBench>
{
    public string Id => "noise-free";

    public string Promise => "with the parameters that WithoutNoise gives, frames are alike";

    public Finding Examine(StageBench subject)
    {
        NoiseSource noise = subject.Noise.Value;
        return noise.Frames.IsEmpty
            ? Finding.Skip("its frames are alike")
            : Finding.AtMost(noise.WithoutNoise().Touched, 0, "samples that differ", $"with {noise}");
    }
}
