using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>The samples of a dataset or of a plan, by bin.</summary>
/// <param name="Parameters">In the order of every sample's bins.</param>
/// <param name="Samples">May be none.</param>
public sealed record BinnedDraws(IReadOnlyList<BinnedParameter> Parameters, IReadOnlyList<BinnedSample> Samples)
{
    /// <summary>Which bins the rules of the scenario allow together.</summary>
    public IFeasibility Feasibility { get; init; } = IFeasibility.Everything;

    internal int[] BinCounts => [.. Parameters.Select(parameter => parameter.BinLabels.Count)];

    /// <exception cref="ArgumentException">A sample or a parameter does not fit.</exception>
    internal static void Validate(BinnedDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        string? problem = draws.Parameters.Select(ProblemOf).Concat(draws.Samples.Select((sample, i) => draws.ProblemOf(sample, i))).FirstOrDefault(p => p is not null);
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(draws));
        }
    }

    private static string? ProblemOf(BinnedParameter parameter) =>
        parameter.BinLabels.Count == 0 || parameter.Probabilities.Count != parameter.BinLabels.Count
            ? $"The parameter '{parameter.Name}' has {parameter.BinLabels.Count} bins and {parameter.Probabilities.Count} probabilities: expected one for each, and at least one."
            : null;

    private string? ProblemOf(BinnedSample sample, int index)
    {
        if (sample.Bins.Count != Parameters.Count || sample.Numbers.Count != Parameters.Count)
        {
            return $"Sample {index} has {sample.Bins.Count} bins and {sample.Numbers.Count} numbers: expected {Parameters.Count} of each.";
        }

        for (int p = 0; p < Parameters.Count; p++)
        {
            if (sample.Bins[p] < CoveringArray.Open || sample.Bins[p] >= Parameters[p].BinLabels.Count)
            {
                return $"Sample {index} has bin {sample.Bins[p]} of '{Parameters[p].Name}', which has {Parameters[p].BinLabels.Count}.";
            }
        }

        return null;
    }
}
