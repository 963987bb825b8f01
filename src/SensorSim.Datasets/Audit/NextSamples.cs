using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Datasets.Audit;

/// <summary>What to render next so that every feasible combination of bins occurs.</summary>
/// <param name="Strength">Draws that are combined.</param>
/// <param name="Samples">How many further samples suffice when their bins are chosen; null where that could not be worked out.</param>
/// <param name="Problem">Why it could not.</param>
public sealed record NextSamples(int Strength, int? Samples, string? Problem)
{
    /// <param name="draws">What there is.</param>
    /// <param name="strength">All draws together where there are fewer.</param>
    /// <param name="seed">Of the search.</param>
    public static NextSamples Of(BinnedDraws draws, int strength, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(draws);
        if (draws.Parameters.Count == 0) return new(strength, 0, null);
        strength = Math.Min(strength, draws.Parameters.Count);
        try
        {
            return new(strength, CoverageReport.RenderNext(draws, strength, seed).Count, null);
        }
        catch (CoveringArrayException tooMany)
        {
            return new(strength, null, tooMany.Message);
        }
    }
}
