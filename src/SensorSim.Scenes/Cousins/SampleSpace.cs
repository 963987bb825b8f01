using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Cousins;

/// <summary>Everything that a sample draws, and how the draws depend on each other.</summary>
public sealed record SampleSpace
{
    private readonly Dictionary<string, int> _indexOf;

    /// <param name="draws">In the order of the file.</param>
    /// <exception cref="ArgumentException">Cases depend on each other in a circle.</exception>
    public SampleSpace(IReadOnlyList<BoundDraw> draws)
    {
        Draws = draws;
        _indexOf = draws.Index().ToDictionary(draw => draw.Item.Name, draw => draw.Index, StringComparer.Ordinal);
        Order = DrawOrder.Of(draws, out string? circle) ?? throw new ArgumentException($"Draws depend on each other in a circle: {circle}.", nameof(draws));
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<BoundDraw> Draws { get; }

    /// <summary>Indices of draws, each behind those that its cases look at.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>Bins of each draw.</summary>
    public int[] BinCounts => [.. Draws.Select(draw => draw.BinCount)];

    public IReadOnlyList<SamplingRule> Rules { get; init; } = [];

    public IReadOnlyList<CorrelatedDraws> Correlations { get; init; } = [];

    /// <summary>The place of a draw in <see cref="Draws"/>.</summary>
    public int IndexOf(string draw) => _indexOf[draw];

    /// <summary>The bin of each draw, in the order of <see cref="Draws"/>.</summary>
    /// <param name="values">A value for each draw.</param>
    public int[] BinsOf(IReadOnlyDictionary<string, JsonValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. Draws.Select(draw => draw.In(values).BinOf(values[draw.Name]))];
    }

    /// <summary>The same for a sample that was drawn before, maybe from another version of the scenario: <see cref="CoveringArray.Open"/> where a draw is missing or has a value that is not drawn now.</summary>
    public int[] BinsOfEarlier(IReadOnlyDictionary<string, JsonValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        bool isWhole = Draws.All(draw => values.ContainsKey(draw.Name));
        return [.. Draws.Select(draw => values.TryGetValue(draw.Name, out JsonValue? value) ? BinOf(draw, value, isWhole ? draw.In(values) : null) : CoveringArray.Open)];
    }

    private static int BinOf(BoundDraw draw, JsonValue value, Distribution? inForce) =>
        draw.Giving(value) is not { } giving ? CoveringArray.Open : (inForce is not null && BoundDraw.Gives(inForce, value) ? inForce : giving).BinOf(value);
}
