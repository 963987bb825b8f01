using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>One value that every sample draws.</summary>
/// <param name="Name">"lights.ceiling_2.intensity": what the record calls it, and the address of its random number.</param>
/// <param name="Distribution">What it is drawn from where no case holds.</param>
/// <param name="Rule">What was written of it, and maybe of others.</param>
public sealed record BoundDraw(string Name, Distribution Distribution, VaryRule Rule)
{
    /// <summary>What it is drawn from instead, the first that holds.</summary>
    public IReadOnlyList<DistributionCase> Cases => Rule.Cases;

    /// <summary>Every distribution that it may be drawn from.</summary>
    public IEnumerable<Distribution> Distributions => Cases.Select(one => one.Use).Append(Distribution);

    /// <summary>Numbers that show what it gives: the ends of ranges that have some, and each number of a choice.</summary>
    public IEnumerable<double> NumericExtremes => Distributions.SelectMany(distribution => distribution.Extremes).Select(ValueRule.NumberOf).OfType<double>();

    /// <summary>Bins for coverage: of the distribution that has the most.</summary>
    public int BinCount => Distributions.Max(distribution => distribution.BinCount);

    /// <summary>What a bin holds, in each distribution that has it.</summary>
    public string LabelOf(int bin) => string.Join(" or ", Distributions.Where(distribution => bin < distribution.BinCount).Select(distribution => distribution.LabelOf(bin)).Distinct(StringComparer.Ordinal));

    /// <summary>The first distribution that can give a value, or null.</summary>
    internal Distribution? Giving(JsonValue value) => Distributions.FirstOrDefault(distribution => Gives(distribution, value));

    internal static bool Gives(Distribution distribution, JsonValue value) => distribution switch
    {
        ChoiceDistribution choice => choice.Values.Any(one => OneOfTest.IsSame(one, value)),
        ContinuousDistribution continuous => ValueRule.NumberOf(value) is double number && number >= continuous.Minimum && number <= continuous.Maximum,
        _ => false,
    };

    /// <summary>The distribution in force, from the other draws.</summary>
    internal Distribution In(IReadOnlyDictionary<string, JsonValue> draws) => Cases.FirstOrDefault(one => one.If.All(condition => condition.Holds(draws)))?.Use ?? Distribution;
}
