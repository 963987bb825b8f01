namespace SensorSim.Scenes.Coverage;

/// <summary>How far one parameter's range is filled.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Counts">Samples in each bin.</param>
/// <param name="FeasibleBins">Bins that the rules leave possible.</param>
/// <param name="OccupiedBins">Those of them that have a sample.</param>
public sealed record ParameterCoverage(string Name, IReadOnlyList<int> Counts, int FeasibleBins, int OccupiedBins)
{
    /// <summary>Parameter-range completeness: occupied bins over feasible ones, from 0 to 1.</summary>
    public double Share => CoverageShare.Of(OccupiedBins, FeasibleBins);

    /// <summary>The widest stretch of the declared distribution without a sample; null for what is no number.</summary>
    public ProbabilityGap? WidestGap { get; init; }

    /// <summary>The samples against the declared distribution; null where there is nothing to compare.</summary>
    public DistributionFit? Fit { get; init; }
}
