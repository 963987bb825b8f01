using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Rows of bins, one for each sample, with values drawn within the bins. Samples beyond the rows are independent.</summary>
internal sealed class BinRowStrategy : ISamplingStrategy
{
    private readonly SampleSpace _space;
    private readonly IndependentStrategy _beyond;
    private readonly IReadOnlyList<SamplingStrategy.FirstSample> _first;

    private BinRowStrategy(SampleSpace space, IReadOnlyList<int[]> rows, IReadOnlyList<SamplingStrategy.FirstSample> first, ulong seed)
    {
        (_space, Rows, _first) = (space, rows, first);
        _beyond = new([.. space.Draws.Select(draw => draw.Name)], seed);
    }

    /// <summary>A bin for each draw.</summary>
    public IReadOnlyList<int[]> Rows { get; }

    /// <summary>The rows of a covering array.</summary>
    /// <exception cref="CoveringArrayException">The rules allow nothing, or not a first sample; or there are too many bins.</exception>
    public static BinRowStrategy Covering(SampleSpace space, SamplingStrategy.CoveringArray wanted, ulong seed)
    {
        CoveringArray array = CoveringArray.Build(new()
        {
            BinCounts = space.BinCounts,
            Strength = wanted.Strength,
            Stronger = [.. wanted.Stronger.Select(group => new StrongerGroup([.. group.Draws.Select(space.IndexOf)], group.Strength))],
            First = [.. wanted.First.Select(sample => RowOf(space, sample))],
            Feasibility = RuleFeasibility.Of(space),
            Seed = seed,
        });
        return new(space, array.Rows, wanted.First, seed);
    }

    /// <summary>Rows that fill first what earlier samples have least of.</summary>
    /// <exception cref="CoveringArrayException">The rules allow nothing.</exception>
    public static BinRowStrategy Adaptive(SampleSpace space, IEnumerable<int[]> earlier, long count, ulong seed) =>
        new(space, AdaptiveRows.Plan(space.BinCounts, earlier, RuleFeasibility.Of(space), (int)count, seed), [], seed);

    public DrawPlace[] PlacesOf(long sample)
    {
        DrawPlace[] places = _beyond.PlacesOf(sample);
        return sample >= Rows.Count ? places : [.. places.Select((place, draw) => FirstValue(sample, draw) is { } value
            ? PlaceOf(_space.Draws[draw], value)
            : place with { Bin = Rows[(int)sample][draw] })];
    }

    private JsonValue? FirstValue(long sample, int draw) => sample < _first.Count ? _first[(int)sample].Values.GetValueOrDefault(_space.Draws[draw].Name) : null;

    private static int[] RowOf(SampleSpace space, SamplingStrategy.FirstSample sample) =>
        [.. space.Draws.Select(draw => sample.Values.TryGetValue(draw.Name, out JsonValue? value) ? draw.Giving(value)!.BinOf(value) : CoveringArray.Open)];

    // The value itself, not another of its bin.
    private static DrawPlace PlaceOf(BoundDraw draw, JsonValue value) => draw.Giving(value) switch
    {
        ContinuousDistribution continuous => new(continuous.Cumulative(ValueRule.NumberOf(value)!.Value), IsFixed: true),
        var distribution => new(0.5, distribution!.BinOf(value), IsFixed: true),
    };
}
