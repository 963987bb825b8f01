using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>mixture: [{ weight, use }]</c>: one of several continuous distributions.</summary>
internal static class MixtureSection
{
    private const string Expected = "a mapping with one of uniform, log_uniform, normal, truncated_normal, empirical; choices are mixed by their weights";

    /// <summary>A mixture of such numbers.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="name">What the published schema calls them.</param>
    /// <param name="ends">Two of them, for examples.</param>
    public static ListSchema Schema(NumberSchema value, string name, (string Low, string High) ends) => new(
        new MappingSchema(
            new("weight", new NumberSchema(NumberRange.Positive("how likely beside the others")), "How likely beside the others.", "3") { Default = "1" },
            new("use", Part(value, name, ends), "A continuous distribution.", $"{{ uniform: [{ends.Low}, {ends.High}] }}") { IsRequired = true }),
        "a list of { weight: number, use: distribution }") { MinCount = 1 };

    public static MixtureDistribution? Read(SectionReader section)
    {
        (double Weight, ContinuousDistribution Of)[] parts = [.. section.Sections("mixture").Select(Part).Where(part => part.Of is not null).Select(part => (part.Weight, part.Of!))];
        return parts.Length == 0 ? null : new(parts);
    }

    private static DefinedSchema Part(NumberSchema value, string name, (string Low, string High) ends) =>
        new($"continuous_distribution_of_{name}", "a continuous distribution", () => DistributionSchema.Alone(ContinuousSection.Keys(value, name, ends)));

    private static (double Weight, ContinuousDistribution? Of) Part(SectionReader section)
    {
        double weight = section.Number("weight") ?? 1;
        LocatedNode? use = section.Find("use");
        Distribution? distribution = use is not null && SectionReader.Of(use, section.PathOf("use"), DistributionSchema.Named, section.Log, Expected) is { } one ? DistributionSection.Named(one) : null;
        if (distribution is ChoiceDistribution)
        {
            section.Log.Add(use!, section.PathOf("use"), "single values are no part of a mixture", Expected);
        }

        return (weight, distribution as ContinuousDistribution);
    }
}
