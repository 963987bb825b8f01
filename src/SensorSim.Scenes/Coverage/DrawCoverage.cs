using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.Scenes.Coverage;

/// <summary>Draws of a scenario's samples as parameters with bins.</summary>
public static class DrawCoverage
{
    /// <summary>Sorts samples into the bins that the scenario declares. A value that it does not draw is in no bin.</summary>
    /// <param name="space">What the scenario draws.</param>
    /// <param name="samples">Name → value.</param>
    /// <exception cref="CoveringArrayException">A rule looks at too many bins.</exception>
    public static BinnedDraws Of(SampleSpace space, IEnumerable<IReadOnlyDictionary<string, JsonValue>> samples)
    {
        ArgumentNullException.ThrowIfNull(space);
        var ruled = space.Rules.SelectMany(rule => rule.Draws).ToHashSet(StringComparer.Ordinal);
        return new([.. space.Draws.Select(draw => ParameterOf(draw, ruled.Contains(draw.Name)))], [.. samples.Select(values => SampleOf(space, values))])
        {
            Feasibility = RuleFeasibility.Of(space),
        };
    }

    // What a draw with cases is distributed like, or one that a rule looks at, is declared nowhere.
    private static BinnedParameter ParameterOf(BoundDraw draw, bool isRuled)
    {
        string[] labels = [.. Enumerable.Range(0, draw.BinCount).Select(draw.LabelOf)];
        if (draw.Cases.Count > 0)
        {
            return BinnedParameter.Uniform(draw.Name, labels) with { HasDeclaredShares = false };
        }

        double[] probabilities = [.. Enumerable.Range(0, draw.BinCount).Select(draw.Distribution.SharesOf).Select(share => share.High - share.Low)];
        Func<double, double>? cumulative = draw.Distribution is ContinuousDistribution continuous ? continuous.Cumulative : null;
        return new(draw.Name, labels, probabilities) { Cumulative = isRuled ? null : cumulative, HasDeclaredShares = !isRuled };
    }

    private static BinnedSample SampleOf(SampleSpace space, IReadOnlyDictionary<string, JsonValue> values) =>
        new(space.BinsOfEarlier(values), [.. space.Draws.Select(draw => values.TryGetValue(draw.Name, out JsonValue? value) ? ValueRule.NumberOf(value) : null)]);
}
