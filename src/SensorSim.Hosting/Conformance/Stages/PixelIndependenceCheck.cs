using SensorSim.Sensors;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Noise is white: of pixels, and of rows and columns where they share a number.</summary>
internal sealed class PixelIndependenceCheck : IConformanceCheck<StageBench>
{
    private const double StandardErrors = 4;

    public string Id => "random.pixels";

    public string Promise => "random numbers of neighbours have nothing to do with each other";

    public Finding Examine(StageBench subject)
    {
        if (subject.Stage is INeighbourhoodStage)
        {
            return Finding.Skip("a stage that reads neighbours may give them noise in common");
        }

        NoiseSource noise = subject.Noise.Value;
        return noise.IsSilent
            ? Finding.Skip("its output does not change with frames or sensors")
            : Finding.AtMost(Math.Max(noise.Frames.DependenceOfNeighbours(), noise.Sensors.DependenceOfNeighbours()), StandardErrors, "standard errors of the correlation", $"with {noise}");
    }
}
