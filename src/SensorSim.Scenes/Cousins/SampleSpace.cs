using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Rules;

namespace SensorSim.Scenes.Cousins;

/// <summary>Everything that a sample draws, and how the draws depend on each other.</summary>
public sealed record SampleSpace
{
    /// <param name="draws">In the order of the file.</param>
    /// <exception cref="ArgumentException">Cases depend on each other in a circle.</exception>
    public SampleSpace(IReadOnlyList<BoundDraw> draws)
    {
        Draws = draws;
        Order = DrawOrder.Of(draws, out string? circle) ?? throw new ArgumentException($"Draws depend on each other in a circle: {circle}.", nameof(draws));
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<BoundDraw> Draws { get; }

    /// <summary>Indices of draws, each behind those that its cases look at.</summary>
    public IReadOnlyList<int> Order { get; }

    public IReadOnlyList<SamplingRule> Rules { get; init; } = [];

    public IReadOnlyList<CorrelatedDraws> Correlations { get; init; } = [];

    /// <summary>The bin of each draw, in the order of <see cref="Draws"/>.</summary>
    /// <param name="values">A value for each draw.</param>
    public int[] BinsOf(IReadOnlyDictionary<string, JsonValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. Draws.Select(draw => draw.In(values).BinOf(values[draw.Name]))];
    }
}
