using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>What one sample has of each parameter.</summary>
/// <param name="Bins">Its bin; <see cref="CoveringArray.Open"/> where the sample does not have the parameter.</param>
/// <param name="Numbers">Its value where that is a number, otherwise null.</param>
public sealed record BinnedSample(IReadOnlyList<int> Bins, IReadOnlyList<double?> Numbers)
{
    /// <summary>A sample of which only the bins are known.</summary>
    public static BinnedSample OfBins(params int[] bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        return new(bins, new double?[bins.Length]);
    }
}
