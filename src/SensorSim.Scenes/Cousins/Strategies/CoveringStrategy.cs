using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// The rows of a covering array, one for each sample, with values drawn within the bins. Samples beyond the array are independent.
/// </summary>
internal sealed class CoveringStrategy : ISamplingStrategy
{
    private readonly SampleSpace _space;
    private readonly IndependentStrategy _beyond;
    private readonly IReadOnlyList<SamplingStrategy.FirstSample> _first;

    /// <exception cref="CoveringArrayException">The rules allow nothing, or not a first sample; or there are too many bins.</exception>
    public CoveringStrategy(SampleSpace space, SamplingStrategy.CoveringArray wanted, ulong seed)
    {
        (_space, _first) = (space, wanted.First);
        _beyond = new([.. space.Draws.Select(draw => draw.Name)], seed);
        Array = CoveringArray.Build(new()
        {
            BinCounts = [.. space.Draws.Select(draw => draw.BinCount)],
            Strength = wanted.Strength,
            Stronger = [.. wanted.Stronger.Select(group => new StrongerGroup([.. group.Draws.Select(IndexOf)], group.Strength))],
            First = [.. wanted.First.Select(RowOf)],
            Feasibility = RuleFeasibility.Of(space),
            Seed = seed,
        });
    }

    /// <summary>A row for each of the first samples.</summary>
    public CoveringArray Array { get; }

    public DrawPlace[] PlacesOf(long sample)
    {
        DrawPlace[] places = _beyond.PlacesOf(sample);
        return sample >= Array.Rows.Count ? places : [.. places.Select((place, draw) => FirstValue(sample, draw) is { } value
            ? PlaceOf(_space.Draws[draw], value)
            : place with { Bin = Array.Rows[(int)sample][draw] })];
    }

    private JsonValue? FirstValue(long sample, int draw) => sample < _first.Count ? _first[(int)sample].Values.GetValueOrDefault(_space.Draws[draw].Name) : null;

    private int[] RowOf(SamplingStrategy.FirstSample sample) => [.. _space.Draws.Select(draw => sample.Values.TryGetValue(draw.Name, out JsonValue? value) ? Giving(draw, value).BinOf(value) : CoveringArray.Open)];

    // The value itself, not another of its bin.
    private static DrawPlace PlaceOf(BoundDraw draw, JsonValue value) => Giving(draw, value) switch
    {
        ContinuousDistribution continuous => new(continuous.Cumulative(ValueRule.NumberOf(value)!.Value), IsFixed: true),
        var distribution => new(0.5, distribution.BinOf(value), IsFixed: true),
    };

    private static Distribution Giving(BoundDraw draw, JsonValue value) => draw.Distributions.First(distribution => distribution is ChoiceDistribution choice
        ? choice.Values.Any(one => JsonNode.DeepEquals(one, value))
        : ValueRule.NumberOf(value) is double number && distribution is ContinuousDistribution range && number >= range.Minimum && number <= range.Maximum);

    private int IndexOf(string name) => _space.Draws.Index().First(draw => draw.Item.Name == name).Index;
}
