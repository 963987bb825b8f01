using SensorSim.Hosting.Runs;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Labels that only a chain has of which the noise is known.</summary>
internal static class NoiseLabels
{
    /// <summary>Why a camera cannot have the wanted labels; null when it can.</summary>
    public static string? WhyImpossible(SensorChain chain, LabelSet labels)
    {
        try
        {
            CapturedChains.Of(chain, labels);
            return null;
        }
        catch (SensorChainException unknown)
        {
            return unknown.Message;
        }
    }
}
