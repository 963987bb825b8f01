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
    internal void Validate()
    {
        foreach (BinnedParameter parameter in Parameters)
        {
            if (parameter.BinLabels.Count == 0 || parameter.Probabilities.Count != parameter.BinLabels.Count)
            {
                throw new ArgumentException($"The parameter '{parameter.Name}' has {parameter.BinLabels.Count} bins and {parameter.Probabilities.Count} probabilities: expected one for each, and at least one.");
            }
        }

        foreach ((int index, BinnedSample sample) in Samples.Index())
        {
            if (sample.Bins.Count != Parameters.Count || sample.Numbers.Count != Parameters.Count)
            {
                throw new ArgumentException($"Sample {index} has {sample.Bins.Count} bins and {sample.Numbers.Count} numbers: expected {Parameters.Count} of each.");
            }

            foreach ((int p, int bin) in sample.Bins.Index())
            {
                if (bin < CoveringArray.Open || bin >= Parameters[p].BinLabels.Count)
                {
                    throw new ArgumentException($"Sample {index} has bin {bin} of '{Parameters[p].Name}', which has {Parameters[p].BinLabels.Count}.");
                }
            }
        }
    }
}
