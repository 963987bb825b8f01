namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Two stages of one kind draw different numbers.</summary>
internal sealed class StageIndependenceCheck : IConformanceCheck<StageBench>
{
    private const double StandardErrors = 4;

    public string Id => "random.stages";

    public string Promise => "under another name the stage has other random numbers: it reads no addresses but its own";

    public Finding Examine(StageBench subject)
    {
        NoiseSource noise = subject.Noise.Value;
        return noise.IsSilent
            ? Finding.Skip("its output does not change with frames or sensors")
            : Finding.AtMost(
                Math.Max(noise.Frames.Dependence(noise.OtherFrames(name: "another")), noise.Sensors.Dependence(noise.OtherSensors(name: "another"))),
                StandardErrors, "standard errors of the correlation", $"with {noise}");
    }
}
