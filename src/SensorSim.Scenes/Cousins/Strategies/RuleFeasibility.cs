using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>What a scenario's rules and cases leave possible of the bins of its draws: every combination in which no sample keeps a rule is forbidden.</summary>
internal sealed class RuleFeasibility
{
    private readonly SampleSpace _space;
    private readonly List<ForbiddenCombination> _forbidden = [];

    private RuleFeasibility(SampleSpace space) => _space = space;

    /// <summary>Feasibility over the draws of a space, a factor each.</summary>
    /// <exception cref="CoveringArrayException">A rule looks at too many bins.</exception>
    public static IFeasibility Of(SampleSpace space)
    {
        var feasibility = new RuleFeasibility(space);
        foreach (SamplingRule rule in space.Rules)
        {
            feasibility.Forbid(rule.Draws, rule.IsBrokenFor);
        }

        foreach (BoundDraw draw in space.Draws.Where(draw => draw.Cases.Count > 0))
        {
            feasibility.Forbid([draw.Name], _ => false);
        }

        return new ForbiddenCombinations(space.BinCounts, feasibility._forbidden);
    }

    // A combination is impossible where it is broken whatever distributions are in force, or where none that may be has all of its bins.
    private void Forbid(IReadOnlyList<string> names, Func<Func<string, BinValues?>, bool> isBroken)
    {
        int[] factors = Reached(names);
        _forbidden.AddRange(ForbiddenCombination.Where(factors, _space.BinCounts, bins =>
            Readings(factors, bins).All(values => isBroken(name => values.TryGetValue(name, out BinValues bin) ? bin : null))));
    }

    // The draws and all that their cases look at, over any number of steps.
    private int[] Reached(IReadOnlyList<string> names)
    {
        var reached = new SortedSet<int>(names.Select(name => _space.IndexOf(name)));
        foreach (int draw in _space.Order.Reverse().Where(reached.Contains))
        {
            reached.UnionWith(_space.Draws[draw].Cases.SelectMany(one => one.If).SelectMany(condition => condition.Draws).Select(name => _space.IndexOf(name)));
        }

        return [.. reached];
    }

    // What the bins may stand for: one reading for each choice of the distributions that may be in force.
    private List<Dictionary<string, BinValues>> Readings(int[] factors, IReadOnlyList<int> bins)
    {
        List<Dictionary<string, BinValues>> readings = [new(StringComparer.Ordinal)];
        foreach (int draw in _space.Order.Where(draw => Array.IndexOf(factors, draw) >= 0))
        {
            int bin = bins[Array.IndexOf(factors, draw)];
            readings = [.. readings.SelectMany(reading => InForce(_space.Draws[draw], reading)
                .Where(distribution => bin < distribution.BinCount)
                .Select(distribution => new Dictionary<string, BinValues>(reading, StringComparer.Ordinal) { [_space.Draws[draw].Name] = BinValues.Of(distribution, bin) }))];
        }

        return readings;
    }

    private static List<Distribution> InForce(BoundDraw draw, Dictionary<string, BinValues> reading)
    {
        var possible = new List<Distribution>();
        foreach (DistributionCase one in draw.Cases)
        {
            bool? holds = DrawCondition.All(one.If.Select(condition => condition.HoldsFor(name => reading.TryGetValue(name, out BinValues bin) ? bin : null)));
            if (holds != false)
            {
                possible.Add(one.Use);
            }

            if (holds == true)
            {
                return possible;
            }
        }

        return [.. possible, draw.Distribution];
    }
}
