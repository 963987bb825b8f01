using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>What samples cover of a scenario's parameters.</summary>
/// <param name="Samples">How many there are.</param>
/// <param name="Ranges">Each parameter by itself.</param>
/// <param name="Tuples">One, two and three parameters together, as far as there are so many.</param>
/// <param name="Omitted">Why a strength was left out; empty when none was.</param>
public sealed record CoverageReport(int Samples, RangeCoverage Ranges, IReadOnlyList<TupleCoverage> Tuples, IReadOnlyList<string> Omitted)
{
    /// <summary>The largest strength that is counted.</summary>
    public const int MaximumStrength = 3;

    /// <exception cref="ArgumentException">A sample or a parameter does not fit.</exception>
    public static CoverageReport Of(BinnedDraws draws)
    {
        RangeCoverage ranges = RangeCoverage.Of(draws);
        var tuples = new List<TupleCoverage>();
        var omitted = new List<string>();
        for (int strength = 1; strength <= Math.Min(MaximumStrength, draws.Parameters.Count); strength++)
        {
            try
            {
                tuples.Add(TupleCounter.Count(draws, strength));
            }
            catch (CoveringArrayException exception)
            {
                omitted.Add(exception.Message);
            }
        }

        return new(draws.Samples.Count, ranges, tuples, omitted);
    }

    /// <summary>A small set of further rows of bins after which every feasible tuple of a size occurs, those that bring most first.</summary>
    /// <param name="draws">What there is.</param>
    /// <param name="strength">Size of the tuples, from 1 to <see cref="CoveringProblem.MaximumStrength"/>.</param>
    /// <param name="seed">Another seed, another set.</param>
    /// <exception cref="CoveringArrayException">The rules allow nothing, or there are too many tuples.</exception>
    public static IReadOnlyList<int[]> RenderNext(BinnedDraws draws, int strength, ulong seed)
    {
        BinnedDraws.Validate(draws);
        return CoveringArray.Build(new()
        {
            BinCounts = draws.BinCounts,
            Strength = strength,
            Existing = [.. draws.Samples.Select(sample => sample.Bins)],
            Feasibility = draws.Feasibility,
            Seed = seed,
        }).Rows;
    }
}
