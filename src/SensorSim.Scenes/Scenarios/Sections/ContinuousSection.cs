using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;
using static System.FormattableString;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Distributions of real numbers.</summary>
internal static class ContinuousSection
{
    /// <summary>The key that goes with each of them.</summary>
    public const string Bins = "bins";

    private const string Uniform = "uniform";
    private const string LogUniform = "log_uniform";
    private const string Normal = "normal";
    private const string TruncatedNormal = "truncated_normal";
    private const string Mixture = "mixture";
    private const string Empirical = "empirical";

    private static readonly NumberSchema s_number = new(NumberRange.Any);

    /// <summary>The keys that name one of them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Uniform, LogUniform, Normal, TruncatedNormal, Mixture, Empirical];

    /// <summary>The keys for such numbers.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="name">What the published schema calls them.</param>
    /// <param name="ends">Two of them, for examples.</param>
    public static KeySchema[] Keys(NumberSchema value, string name, (string Low, string High) ends)
    {
        (string low, string high) = ends;
        return
        [
            new(Uniform, Numbers("[low, high]", value, 2), "Every value between two ends as likely.", $"[{low}, {high}]"),
            new(LogUniform, Numbers("[low, high]", value, 2), "Every ratio as likely, 0 < low < high.", $"[{low}, {high}]"),
            .. value.Range.AllowsTails || value.Range == NumberRange.Any ? [new KeySchema(Normal, Numbers("[mean, standard deviation]", s_number, 2), "A normal distribution, without ends.", "[0, 1]")] : Array.Empty<KeySchema>(),
            new(TruncatedNormal, Numbers("[mean, standard deviation, low, high]", s_number, 4), "A normal distribution between two ends.", $"[{low}, {high}, {low}, {high}]"),
            new(Mixture, MixtureSection.Schema(value, name, ends), "One of several continuous distributions, as likely as their weights.", $"[{{ weight: 3, use: {{ uniform: [{low}, {high}] }} }}]"),
            new(Empirical, EmpiricalSection.Schema, "What was measured: a column of a CSV file with a header.", "{ file: lux.csv, column: lux }"),
            new(Bins, BinSection.Schema, "Bins of a continuous distribution: a count of equal probability (4 without it), or increasing edges.", "4"),
        ];
    }

    /// <summary>The distribution that a mapping names, with its bins; null after an error.</summary>
    public static ContinuousDistribution? Read(string kind, SectionReader section) => BinSection.Read(Spanned(kind, Of(kind, section), section), section);

    // What lies between two ends is found by their difference.
    private static ContinuousDistribution? Spanned(string kind, ContinuousDistribution? distribution, SectionReader section) =>
        distribution is null ? null : Check(section, kind, double.IsFinite(distribution.Reach.High - distribution.Reach.Low), "its draws are too far apart for numbers", distribution);

    private static ContinuousDistribution? Of(string kind, SectionReader section) => kind switch
    {
        Mixture => MixtureSection.Read(section),
        Empirical => section.Section(Empirical) is { } measured ? EmpiricalSection.Read(measured) : null,
        _ => section.Numbers(kind) is { } numbers ? Of(kind, numbers, section) : null,
    };

    private static ContinuousDistribution? Of(string kind, double[] numbers, SectionReader section) => (kind, numbers) switch
    {
        (Uniform, [double low, double high]) => Check(section, kind, low < high, Invariant($"low is not below high: {low}, {high}"), new UniformDistribution(low, high)),
        (LogUniform, [double low, double high]) => Check(section, kind, low > 0 && low < high, Invariant($"the ends {low}, {high} are not 0 < low < high"), new LogUniformDistribution(low, high)),
        (Normal, [double mean, double deviation]) => Check(section, kind, deviation > 0, Invariant($"the standard deviation {deviation} is not above 0"), new NormalDistribution(mean, deviation)),
        (_, [double mean, double deviation, double low, double high]) => Truncated(section, mean, deviation, low, high),
        _ => null,
    };

    private static ContinuousDistribution? Truncated(SectionReader section, double mean, double deviation, double low, double high)
    {
        const double smallestMass = 1e-12;
        bool ordered = deviation > 0 && low < high;
        var distribution = new TruncatedNormalDistribution(mean, deviation, low, high);
        return Check(section, TruncatedNormal, ordered, deviation > 0 ? Invariant($"low is not below high: {low}, {high}") : Invariant($"the standard deviation {deviation} is not above 0"), distribution) is null
            ? null
            : Check(section, TruncatedNormal, distribution.Mass > smallestMass, "hardly any of the distribution lies between the ends", distribution);
    }

    private static ContinuousDistribution? Check(SectionReader section, string kind, bool holds, string problem, ContinuousDistribution distribution)
    {
        if (!holds)
        {
            section.Log.Add(section.Find(kind)!, section.PathOf(kind), problem);
        }

        return holds ? distribution : null;
    }

    private static ListSchema Numbers(string shape, NumberSchema item, int count) => new(item, shape) { MinCount = count, MaxCount = count };
}
