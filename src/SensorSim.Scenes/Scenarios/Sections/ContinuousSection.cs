using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Distributions of real numbers, and their bins.</summary>
internal static class ContinuousSection
{
    /// <summary>The distribution that a mapping names, with its bins; null after an error.</summary>
    public static ContinuousDistribution? Read(string kind, SectionReader section) => WithBins(Of(kind, section), section);

    private static ContinuousDistribution? Of(string kind, SectionReader section) => kind switch
    {
        "uniform" when Numbers(section, kind, "[low, high]") is [double low, double high] =>
            Check(section, kind, low < high, "low is not below high", new UniformDistribution(low, high)),
        "log_uniform" when Numbers(section, kind, "[low, high]") is [double low, double high] =>
            Check(section, kind, low > 0 && low < high, "the ends are not 0 < low < high", new LogUniformDistribution(low, high)),
        "normal" when Numbers(section, kind, "[mean, standard deviation]") is [double mean, double deviation] =>
            Check(section, kind, deviation > 0, "the standard deviation is not above 0", new NormalDistribution(mean, deviation)),
        "truncated_normal" when Numbers(section, kind, "[mean, standard deviation, low, high]") is [double mean, double deviation, double low, double high] =>
            Truncated(section, mean, deviation, low, high),
        "mixture" => Mixture(section),
        "empirical" => EmpiricalSection.Read(section.Find(kind)!, section.PathOf(kind), section.Log),
        _ => null,
    };

    private static ContinuousDistribution? Truncated(SectionReader section, double mean, double deviation, double low, double high)
    {
        const double smallestMass = 1e-12;
        bool ordered = deviation > 0 && low < high;
        var distribution = new TruncatedNormalDistribution(mean, deviation, low, high);
        return Check(section, "truncated_normal", ordered, "the standard deviation is not above 0, or low is not below high", distribution) is null
            ? null
            : Check(section, "truncated_normal", distribution.Mass > smallestMass, "hardly any of the distribution lies between the ends", distribution);
    }

    private static ContinuousDistribution? Check(SectionReader section, string kind, bool holds, string problem, ContinuousDistribution distribution)
    {
        if (!holds)
        {
            section.Log.Add(section.Find(kind)!, section.PathOf(kind), problem);
        }

        return holds ? distribution : null;
    }

    /// <summary>A list of as many numbers as the shape names; empty after an error.</summary>
    public static double[] Numbers(SectionReader section, string kind, string shape)
    {
        LocatedNode list = section.Find(kind)!;
        int count = shape.Count(c => c == ',') + 1;
        if (list is not LocatedSequence sequence || sequence.Items.Count != count)
        {
            string found = list is LocatedSequence s ? $"a list of {s.Items.Count}" : list.Description;
            section.Log.Add(list, section.PathOf(kind), $"there is {found}", shape);
            return [];
        }

        double?[] numbers = [.. section.Items(list, kind, shape).Select(i => ScalarReader.Number(i.Node, i.Path, NumberRange.Any, section.Log))];
        return numbers.All(n => n is not null) ? [.. numbers.Select(n => n!.Value)] : [];
    }

    private static ContinuousDistribution? WithBins(ContinuousDistribution? distribution, SectionReader section)
    {
        const ulong most = 1000;
        switch (section.Find("bins"))
        {
            case null:
                return distribution;
            case LocatedSequence edges:
                double[] values = [.. section.Items(edges, "bins", "").Select(i => ScalarReader.Number(i.Node, i.Path, NumberRange.Any, section.Log) ?? double.NaN)];
                if (values.Length < 2 || values.Zip(values.Skip(1)).Any(pair => pair.First >= pair.Second))
                {
                    section.Log.Add(edges, section.PathOf("bins"), "the edges do not increase", "a count, or at least two increasing edges");
                }

                return distribution is null ? null : WithEdges(distribution, values, edges, section);
            default:
                return section.Integer("bins", 1, most) is ulong count && distribution is not null ? distribution with { EqualBins = (int)count } : distribution;
        }
    }

    private static ContinuousDistribution? WithEdges(ContinuousDistribution distribution, double[] values, LocatedSequence edges, SectionReader section)
    {
        ContinuousDistribution binned = distribution with { Edges = values };
        int empty = values.Contains(double.NaN) ? -1 : Enumerable.Range(0, values.Length - 1).FirstOrDefault(bin => binned.SharesOf(bin) is var (low, high) && low >= high, -1);
        if (empty >= 0)
        {
            section.Log.Add(edges.Items[empty], $"{section.PathOf("bins")}[{empty}]", $"no draw ever lies between {values[empty]} and {values[empty + 1]}", "edges within the distribution");
        }

        return binned;
    }

    private static MixtureDistribution? Mixture(SectionReader section)
    {
        var parts = new List<(double Weight, ContinuousDistribution Of)>();
        foreach ((LocatedNode item, string path) in section.Items(section.Find("mixture"), "mixture", "a list of { weight: number, use: distribution }"))
        {
            if (SectionReader.Of(item, path, "a mapping { weight: number, use: distribution }", section.Log) is { } one && Part(one) is { } part)
            {
                parts.Add(part);
            }
        }

        if (section.Find("mixture") is LocatedSequence { Items.Count: 0 } empty)
        {
            section.Log.Add(empty, section.PathOf("mixture"), "the list is empty", "a list of { weight: number, use: distribution }");
        }

        return parts.Count == 0 ? null : new(parts);
    }

    private static (double Weight, ContinuousDistribution Of)? Part(SectionReader section)
    {
        const string expected = "a mapping with one of uniform, log_uniform, normal, truncated_normal, empirical; choices are mixed by their weights";
        double weight = section.Number("weight", NumberRange.Positive("how likely beside the others")) ?? 1;
        LocatedNode? use = section.Require("use", expected);
        section.RejectUnknown();
        Distribution? distribution = use is not null && SectionReader.Of(use, section.PathOf("use"), expected, section.Log) is { } one ? DistributionSection.Named(one) : null;
        if (distribution is ChoiceDistribution)
        {
            section.Log.Add(use!, section.PathOf("use"), "single values are no part of a mixture", expected);
        }

        return distribution is ContinuousDistribution continuous ? (weight, continuous) : null;
    }
}
