using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Boundary values: sample 0 has the middle of everything; then each draw by itself is at its least value, just inside, just inside its largest, at its largest,
/// or at each other choice, while all else stays in the middle; what comes behind are corners, where every draw is at one of its ends.
/// </summary>
internal sealed class BoundaryStrategy : ISamplingStrategy
{
    private const double JustInside = 0.01;

    private readonly IReadOnlyList<BoundDraw> _draws;
    private readonly ulong _seed;
    private readonly IReadOnlyList<DrawPlace>[] _edges;
    private readonly (int Draw, DrawPlace Place)[] _single;

    public BoundaryStrategy(IReadOnlyList<BoundDraw> draws, ulong seed)
    {
        _draws = draws;
        _seed = seed;
        _edges = [.. draws.Select(draw => EdgesOf(draw.Distribution))];
        _single = [.. _edges.SelectMany((edges, draw) => edges.Select(place => (draw, place)))];
    }

    /// <summary>Samples until every edge of every draw has been there once.</summary>
    public long SingleEdges => 1 + _single.Length;

    public DrawPlace[] PlacesOf(long sample)
    {
        if (sample >= SingleEdges)
        {
            return [.. _draws.Select((draw, i) => CornerOf(sample, draw.Name, i))];
        }

        DrawPlace[] places = [.. _draws.Select(draw => MiddleOf(draw.Distribution))];
        if (sample > 0)
        {
            (int draw, DrawPlace edge) = _single[sample - 1];
            places[draw] = edge;
        }

        return places;
    }

    private DrawPlace CornerOf(long sample, string name, int draw)
    {
        DrawPlace[] ends = _draws[draw].Distribution is ContinuousDistribution ? [_edges[draw][0], _edges[draw][^1]] : [MiddleOf(_draws[draw].Distribution), .. _edges[draw]];
        return ends[(int)(DrawShares.At(_seed, sample, name) * ends.Length)] with { IsFixed = false };
    }

    private static DrawPlace MiddleOf(Distribution distribution) => distribution is ChoiceDistribution ? new(0.5, 0) : new(0.5);

    private static IReadOnlyList<DrawPlace> EdgesOf(Distribution distribution) => distribution is ContinuousDistribution
        ? [.. new[] { 0, JustInside, 1 - JustInside, 1 }.Select(share => new DrawPlace(share, IsFixed: true))]
        : [.. Enumerable.Range(1, distribution.BinCount - 1).Select(bin => new DrawPlace(0.5, bin, IsFixed: true))];
}
