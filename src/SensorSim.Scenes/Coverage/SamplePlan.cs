using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>What a scenario will draw, before anything is rendered.</summary>
/// <param name="Space">What is drawn.</param>
/// <param name="Samples">Every sample of the plan, as it will be rendered.</param>
/// <param name="Coverage">What they cover.</param>
public sealed record SamplePlan(SampleSpace Space, IReadOnlyList<PlannedSample> Samples, CoverageReport Coverage)
{
    /// <summary>Samples that are tried for a target beyond those of the plan.</summary>
    public const int MostTried = 100_000;

    /// <summary>How many samples of the plan's own strategy reach every feasible combination of the bins of <see cref="Strength"/> draws; null when <see cref="Tried"/> do not.</summary>
    public int? Needed { get; private init; }

    /// <summary>
    /// Samples that were tried for it. Those beyond the plan count as first drawn, since solving for placements and views of so many would take long: what is refused of them is drawn
    /// again, within its bins where a strategy chose these.
    /// </summary>
    public int Tried { get; private init; }

    /// <summary>Draws that are combined in the target.</summary>
    public int Strength { get; private init; }

    /// <summary>Rows of a covering array for the same target.</summary>
    public int CoveringArrayRows { get; private init; }

    /// <summary>Samples that close what the plan lacks, when their bins are chosen.</summary>
    public int FurtherRows { get; private init; }

    /// <summary>Draws the samples and counts.</summary>
    /// <param name="sampler">The scenario's cousins.</param>
    /// <param name="count">Samples of the plan.</param>
    /// <param name="strength">Of the target, from 1; all draws together where there are fewer.</param>
    /// <param name="seed">Of the covering array.</param>
    /// <param name="progress">Gets the count of samples drawn so far, from any thread.</param>
    /// <param name="cancellation">Stops between two samples.</param>
    /// <exception cref="Scenarios.ScenarioException">The rules leave too little.</exception>
    /// <exception cref="CoveringArrayException">The target has too many combinations.</exception>
    public static SamplePlan Of(CousinSampler sampler, int count, int strength, ulong seed, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        PlannedSample[] samples = PlannedSample.All(sampler, count, progress, cancellation);
        List<DrawnSample> drawn = [.. samples.Select(sample => sample.Drawn)];
        BinnedDraws draws = Binned(sampler.Space, drawn);
        strength = Math.Min(strength, Math.Max(sampler.Space.Draws.Count, 1));
        int? needed = Reach(sampler, drawn, strength);
        return new(sampler.Space, samples, CoverageReport.Of(draws))
        {
            Strength = strength,
            Needed = needed,
            Tried = drawn.Count,
            CoveringArrayRows = CoverageReport.RenderNext(draws with { Samples = [] }, strength, seed).Count,
            FurtherRows = CoverageReport.RenderNext(draws, strength, seed).Count,
        };
    }

    private static BinnedDraws Binned(SampleSpace space, IEnumerable<DrawnSample> samples) => DrawCoverage.Of(space, samples.Select(sample => sample.Values));

    // Twice as many until the target is reached, then by halves to the first that reaches it.
    private static int? Reach(CousinSampler sampler, List<DrawnSample> drawn, int strength)
    {
        BinnedDraws binned = Binned(sampler.Space, drawn);
        bool IsReached(int count) => TupleCounter.Count(binned with { Samples = [.. binned.Samples.Take(count)] }, strength) is var found && found.CoveredTuples == found.FeasibleTuples;
        while (!IsReached(drawn.Count))
        {
            if (drawn.Count >= MostTried)
            {
                return null;
            }

            int next = Math.Min(MostTried, Math.Max(64, 2 * drawn.Count));
            drawn.AddRange(Enumerable.Range(drawn.Count, next - drawn.Count).Select(i => sampler.Draw(i)));
            binned = Binned(sampler.Space, drawn);
        }

        int low = 0, high = drawn.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = IsReached(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
