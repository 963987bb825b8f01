using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>How far the ranges of all parameters are filled.</summary>
/// <param name="Parameters">In the order of the draws.</param>
public sealed record RangeCoverage(IReadOnlyList<ParameterCoverage> Parameters)
{
    /// <summary>Parameter-range completeness over all parameters: occupied bins over feasible ones, from 0 to 1.</summary>
    public double Share => CoverageShare.Of(Parameters.Sum(p => p.OccupiedBins), Parameters.Sum(p => p.FeasibleBins));

    /// <exception cref="ArgumentException">A sample or a parameter does not fit.</exception>
    public static RangeCoverage Of(BinnedDraws draws)
    {
        BinnedDraws.Validate(draws);
        return new([.. Enumerable.Range(0, draws.Parameters.Count).Select(p => CoverageOf(draws, p))]);
    }

    private static ParameterCoverage CoverageOf(BinnedDraws draws, int index)
    {
        BinnedParameter parameter = draws.Parameters[index];
        int[] counts = new int[parameter.BinLabels.Count];
        foreach (BinnedSample sample in draws.Samples.Where(sample => sample.Bins[index] != CoveringArray.Open))
        {
            counts[sample.Bins[index]]++;
        }

        int[] feasible = [.. Enumerable.Range(0, counts.Length).Where(bin => IsFeasible(draws, index, bin))];
        double[] numbers = [.. draws.Samples.Select(sample => sample.Numbers[index]).OfType<double>()];
        return new(parameter.Name, counts, feasible.Length, feasible.Count(bin => counts[bin] > 0))
        {
            WidestGap = parameter.Cumulative is null ? null : ProbabilityGap.Widest(numbers, parameter.Cumulative),
            Fit = FitOf(parameter, counts, numbers),
        };
    }

    private static DistributionFit? FitOf(BinnedParameter parameter, int[] counts, double[] numbers) =>
        !parameter.HasDeclaredShares ? null
        : parameter.Cumulative is null ? ChiSquareTest.Test(counts, parameter.Probabilities)
        : numbers.Length == 0 ? null
        : KolmogorovSmirnov.Test(numbers, parameter.Cumulative);

    private static bool IsFeasible(BinnedDraws draws, int factor, int bin)
    {
        int[] row = new int[draws.Parameters.Count];
        Array.Fill(row, CoveringArray.Open);
        row[factor] = bin;
        return draws.Feasibility.CanComplete(row);
    }
}
