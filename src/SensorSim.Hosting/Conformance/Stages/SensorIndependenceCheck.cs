namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>The pattern of one sensor says nothing about that of another.</summary>
internal sealed class SensorIndependenceCheck : IConformanceCheck<StageBench>
{
    private const double StandardErrors = 4;

    public string Id => "random.sensors";

    public string Promise => "fixed patterns of two sensors have nothing to do with each other";

    public Finding Examine(StageBench subject)
    {
        NoiseSource noise = subject.Noise.Value;
        return noise.Sensors.IsEmpty
            ? Finding.Skip("its sensors are alike")
            : Finding.AtMost(noise.Sensors.Dependence(noise.OtherSensors(pair: 1)), StandardErrors, "standard errors of the correlation", $"with {noise}");
    }
}
