using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Labels that only a chain with noise has.</summary>
internal static class NoiseLabels
{
    /// <summary>Why a camera cannot have the wanted labels; null when it can.</summary>
    public static string? WhyImpossible(SensorChain chain, LabelSet labels)
    {
        if (!labels.HasFlag(LabelSet.NoiseVariance))
        {
            return null;
        }

        try
        {
            NoiseTwins.Variance(chain);
            return null;
        }
        catch (SensorChainException unknown)
        {
            return unknown.Message;
        }
    }
}
