using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>bins</c> of a continuous distribution.</summary>
internal static class BinSection
{
    private const string Key = ContinuousSection.Bins;
    private const int MostBins = 1000;

    public static AlternativesSchema Schema { get; } = new(
        "a count, or at least two increasing edges", new IntegerSchema(1, MostBins), new ListSchema(new NumberSchema(NumberRange.Any), "a count, or at least two increasing edges") { MinCount = 2 });

    /// <summary>The distribution with the bins that stand beside it.</summary>
    public static ContinuousDistribution? Read(ContinuousDistribution? distribution, SectionReader section)
    {
        switch (section.Find(Key))
        {
            case null:
                return distribution;
            case LocatedSequence edges:
                return section.Numbers(Key) is { } values && Increase(values, edges, section) && distribution is not null ? WithEdges(distribution, values, edges, section) : distribution;
            default:
                return section.Integer(Key) is ulong count && distribution is not null ? distribution with { EqualBins = (int)count } : distribution;
        }
    }

    private static bool Increase(double[] values, LocatedSequence edges, SectionReader section)
    {
        bool increase = values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
        if (!increase)
        {
            section.Log.Add(edges, section.PathOf(Key), "the edges do not increase", Schema.Expected);
        }

        return increase;
    }

    private static ContinuousDistribution WithEdges(ContinuousDistribution distribution, double[] values, LocatedSequence edges, SectionReader section)
    {
        ContinuousDistribution binned = distribution with { Edges = values };
        int empty = Enumerable.Range(0, values.Length - 1).FirstOrDefault(bin => binned.SharesOf(bin) is var (low, high) && low >= high, -1);
        if (empty >= 0)
        {
            section.Log.Add(edges.Items[empty], $"{section.PathOf(Key)}[{empty}]", $"no draw ever lies between {values[empty]} and {values[empty + 1]}", "edges within the distribution");
        }

        return binned;
    }
}
