using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>A distribution: a value, a list of choices, or a mapping that names one.</summary>
internal static class DistributionSection
{
    private const string Expected =
        "a value, a list of choices, or a mapping with one of uniform: [low, high], log_uniform: [low, high], normal: [mean, standard deviation], "
        + "truncated_normal: [mean, standard deviation, low, high], choice: [values], constant: value";

    private static readonly string[] s_kinds = ["uniform", "log_uniform", "normal", "truncated_normal", "choice", "constant"];

    /// <summary>Reads a distribution and checks that the attribute takes all of its values; null after an error.</summary>
    public static Distribution? Read(LocatedNode node, string path, ValueRule values, ReadingLog log)
    {
        Distribution? distribution = node switch
        {
            LocatedSequence list => Choice(list, path, log),
            LocatedMapping => SectionReader.Of(node, path, Expected, log) is { } section ? Named(section) : null,
            _ => Constant(node, path, log),
        };
        if (distribution is not null && !values.Accepts(distribution))
        {
            string unbounded = distribution is NormalDistribution ? "; a normal distribution has no ends, truncated_normal does" : "";
            log.Add(node, path, $"a draw could be something else than is allowed here{unbounded}", values.Expected);
            return null;
        }

        return distribution;
    }

    private static Distribution? Named(SectionReader section)
    {
        string[] present = [.. s_kinds.Where(k => section.Find(k) is not null)];
        section.Refuse("when", "if", "scatter_on", "clearance_m", "weights");
        Distribution? distribution = present switch
        {
            ["choice"] => Choice(section.Find("choice")!, section.PathOf("choice"), section.Log),
            ["constant"] => Constant(section.Find("constant")!, section.PathOf("constant"), section.Log),
            [string kind] => WithBins(Continuous(kind, section), section),
            _ => null,
        };
        if (present.Length != 1)
        {
            section.Log.Add(section.Mapping, section.Path, present.Length == 0 ? "no distribution is named" : $"{string.Join(" and ", present)} are both named", Expected);
        }

        section.RejectUnknown();
        return distribution;
    }

    private static ContinuousDistribution? Continuous(string kind, SectionReader section) => kind switch
    {
        "uniform" when Numbers(section, kind, "[low, high]") is [double low, double high] =>
            Check(section, kind, low < high, "low is not below high", new UniformDistribution(low, high)),
        "log_uniform" when Numbers(section, kind, "[low, high]") is [double low, double high] =>
            Check(section, kind, low > 0 && low < high, "the ends are not 0 < low < high", new LogUniformDistribution(low, high)),
        "normal" when Numbers(section, kind, "[mean, standard deviation]") is [double mean, double deviation] =>
            Check(section, kind, deviation > 0, "the standard deviation is not above 0", new NormalDistribution(mean, deviation)),
        "truncated_normal" when Numbers(section, kind, "[mean, standard deviation, low, high]") is [double mean, double deviation, double low, double high] =>
            Truncated(section, mean, deviation, low, high),
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

    private static double[] Numbers(SectionReader section, string kind, string shape)
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

                return distribution is null ? null : distribution with { Edges = values };
            default:
                return section.Integer("bins", 1, most) is ulong count && distribution is not null ? distribution with { EqualBins = (int)count } : distribution;
        }
    }

    private static ChoiceDistribution? Choice(LocatedNode node, string path, ReadingLog log)
    {
        if (node is not LocatedSequence { Items.Count: > 0 } list)
        {
            log.Add(node, path, node is LocatedSequence ? "the list is empty" : $"there is {node.Description}", "a list of at least one value");
            return null;
        }

        JsonValue?[] values = [.. list.Items.Select((item, i) => ScalarReader.Json(item, $"{path}[{i}]", log))];
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] is { } value && Array.FindIndex(values, v => JsonNode.DeepEquals(v, value)) < i)
            {
                log.Add(list.Items[i], $"{path}[{i}]", $"the choice {list.Items[i].Description} is there twice");
            }
        }

        return values.All(v => v is not null) ? new([.. values.Select(v => v!)]) : null;
    }

    private static ChoiceDistribution? Constant(LocatedNode node, string path, ReadingLog log) =>
        node is LocatedScalar && ScalarReader.Json(node, path, log) is { } value ? new([value])
        : node is LocatedScalar ? null
        : Fail(node, path, log);

    private static ChoiceDistribution? Fail(LocatedNode node, string path, ReadingLog log)
    {
        log.Add(node, path, $"there is {node.Description}", "a value");
        return null;
    }
}
