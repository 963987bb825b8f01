using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>
/// Draws samples: the strategy says where in its distribution each draw lies, and a sample that breaks a rule is drawn again, by chance where the strategy leaves it open.
/// A pure function of the index.
/// </summary>
/// <param name="space">What is drawn.</param>
/// <param name="strategy">How samples relate.</param>
/// <param name="seed">Of every draw.</param>
public sealed class DrawSampler(SampleSpace space, ISamplingStrategy strategy, ulong seed)
{
    /// <summary>After so many a rule is taken to be impossible.</summary>
    public const int MaximumAttempts = 1000;

    /// <summary>What is drawn.</summary>
    public SampleSpace Space => space;

    /// <summary>The values of a sample.</summary>
    /// <param name="sample">From 0.</param>
    /// <param name="firstAttempt">Above 0 for a sample that is drawn again: the <see cref="DrawnSample.NextAttempt"/> of what was refused.</param>
    /// <exception cref="ScenarioException">The rules leave too little: names the rule that refused most.</exception>
    public DrawnSample Draw(long sample, int firstAttempt = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        DrawPlace[] places = strategy.PlacesOf(sample);
        var broken = new List<int>();
        while (broken.Count < MaximumAttempts)
        {
            int attempt = firstAttempt + broken.Count;
            Dictionary<string, JsonValue> values = ValuesAt(Correlated(attempt == 0 ? places : Again(places, sample, attempt)));
            if (space.Rules.FirstOrDefault(rule => rule.IsBroken(values)) is not { } rule)
            {
                return new(sample, values, space.BinsOf(values), broken) { NextAttempt = attempt + 1 };
            }

            broken.Add(rule.Index);
        }

        throw Starved(sample, broken);
    }

    private DrawPlace[] Again(DrawPlace[] places, long sample, int attempt) => [.. places.Select((place, i) => place.IsFixed
        ? place
        : place with { Share = DrawShares.At(seed, sample, string.Create(CultureInfo.InvariantCulture, $"{space.Draws[i].Name}#{attempt}")) })];

    private DrawPlace[] Correlated(DrawPlace[] places)
    {
        foreach (CorrelatedDraws group in space.Correlations)
        {
            int[] members = [.. group.Draws.Select(space.IndexOf)];
            double[] shares = group.Apply([.. members.Select(member => places[member].Share)]);
            foreach ((int i, int member) in members.Index())
            {
                places[member] = places[member] with { Share = shares[i] };
            }
        }

        return places;
    }

    // In the order of the file, whatever depends on what.
    private Dictionary<string, JsonValue> ValuesAt(DrawPlace[] places)
    {
        var values = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (int i in space.Order)
        {
            values.Add(space.Draws[i].Name, ValueAt(places[i], space.Draws[i].In(values)));
        }

        return values;
    }

    private static JsonValue ValueAt(DrawPlace place, Distribution distribution)
    {
        if (place.Bin is not { } bin)
        {
            return distribution.ValueAt(place.Share);
        }

        (double low, double high) = distribution.SharesOf(Math.Min(bin, distribution.BinCount - 1));
        return distribution.ValueAt(low + (place.Share * (high - low)));
    }

    private ScenarioException Starved(long sample, List<int> broken)
    {
        IGrouping<int, int>[] byRule = [.. broken.GroupBy(rule => rule).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)];
        SamplingRule worst = space.Rules[byRule[0].Key];
        string shares = string.Join(", ", byRule.Select(group => string.Create(CultureInfo.InvariantCulture, $"rules[{group.Key}] refused {group.Count()}")));
        return new([new(
            worst.Position,
            string.Create(CultureInfo.InvariantCulture, $"cousins.rules[{worst.Index}]"),
            string.Create(CultureInfo.InvariantCulture, $"sample {sample} found nothing that it allows in {MaximumAttempts} attempts ({shares})"),
            "a rule that the distributions can keep more often: widen them, or draw the value under a 'when' instead")]);
    }
}
