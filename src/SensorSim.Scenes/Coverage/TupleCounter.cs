using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>Counts which tuples of bins occur in samples.</summary>
public static class TupleCounter
{
    /// <param name="draws">The samples.</param>
    /// <param name="strength">t, from 1 to <see cref="CoveringProblem.MaximumStrength"/>; all parameters together when there are fewer.</param>
    /// <exception cref="ArgumentException">A sample or a parameter does not fit.</exception>
    /// <exception cref="CoveringArrayException">There are more than <see cref="CoveringProblem.MaximumTuples"/> tuples.</exception>
    public static TupleCoverage Count(BinnedDraws draws, int strength)
    {
        BinnedDraws.Validate(draws);
        ArgumentOutOfRangeException.ThrowIfLessThan(strength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(strength, CoveringProblem.MaximumStrength);
        var space = new TupleSpace(draws.BinCounts, strength, []);
        bool[] occurs = new bool[space.Count], proven = new bool[space.Count];
        foreach (BinnedSample sample in draws.Samples.DistinctBy(sample => string.Join(',', sample.Bins), StringComparer.Ordinal))
        {
            int[] row = [.. sample.Bins];
            Mark(space, row, occurs);
            if (draws.Feasibility.CanComplete(row))
            {
                Mark(space, row, proven);
            }
        }

        return Summarize(draws, space, occurs, TupleFeasibility.FindInfeasible(space, draws.Feasibility, proven));
    }

    private static void Mark(TupleSpace space, int[] row, bool[] tuples)
    {
        for (int c = 0; c < space.Combinations.Length; c++)
        {
            if (space.TupleOf(c, row) is var tuple and >= 0)
            {
                tuples[tuple] = true;
            }
        }
    }

    private static TupleCoverage Summarize(BinnedDraws draws, TupleSpace space, bool[] occurs, bool[] infeasible)
    {
        double[] shares = [.. Enumerable.Range(0, space.Combinations.Length).Select(c => ShareOf(space.Range(c), occurs, infeasible))];
        int worst = Array.IndexOf(shares, shares.Min());
        int[] feasible = [.. Enumerable.Range(0, space.Count).Where(tuple => !infeasible[tuple])];
        return new()
        {
            Strength = space.Combinations[0].Length,
            Combinations = shares.Length,
            CompleteCombinations = shares.Count(share => share == 1),
            FeasibleTuples = feasible.Length,
            CoveredTuples = feasible.Count(tuple => occurs[tuple]),
            InfeasibleTuples = space.Count - feasible.Length,
            MinimumShare = shares[worst],
            MinimumAt = [.. space.Combinations[worst].Select(p => draws.Parameters[p].Name)],
            Missing = Missing(draws, space, feasible.Where(tuple => !occurs[tuple])),
        };
    }

    private static double ShareOf((int First, int End) range, bool[] occurs, bool[] infeasible)
    {
        int feasible = 0, covered = 0;
        for (int tuple = range.First; tuple < range.End; tuple++)
        {
            feasible += infeasible[tuple] ? 0 : 1;
            covered += occurs[tuple] && !infeasible[tuple] ? 1 : 0;
        }

        return CoverageShare.Of(covered, feasible);
    }

    private static MissingTuple[] Missing(BinnedDraws draws, TupleSpace space, IEnumerable<int> missing) =>
    [
        .. missing.Select(space.Describe)
            .Select(tuple => (Tuple: tuple, Probability: tuple.Factors.Zip(tuple.Bins).Aggregate(1.0, (p, x) => p * draws.Parameters[x.First].Probabilities[x.Second])))
            .OrderByDescending(x => x.Probability)
            .Take(TupleCoverage.MostListed)
            .Select(x => new MissingTuple(NamesOf(draws, x.Tuple), x.Probability)),
    ];

    private static Dictionary<string, string> NamesOf(BinnedDraws draws, BinTuple tuple) => tuple.Factors.Zip(tuple.Bins).ToDictionary(
        x => draws.Parameters[x.First].Name, x => draws.Parameters[x.First].BinLabels[x.Second], StringComparer.Ordinal);
}
