using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>A key outside of <c>cousins.vary</c> that has a number, or a distribution that samples draw it from.</summary>
internal static class InlineDraw
{
    /// <summary>The number; null where there is none. What is wrong with it is told with the draws.</summary>
    public static JsonValue? Constant(SectionReader section, string key) =>
        section.Find(key) is LocatedScalar scalar && ScalarReader.TryNumber(scalar, out double value) && double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>The draw; null where there is no distribution, or a wrong one.</summary>
    /// <param name="section">Has a key of the attribute's name.</param>
    /// <param name="attribute">What is drawn.</param>
    /// <param name="name">Of the draw.</param>
    public static VaryRule? Of(SectionReader section, CousinAttribute attribute, string name)
    {
        var cases = new List<DistributionCase>();
        string path = section.PathOf(attribute.Name);
        return section.Find(attribute.Name) is { } node && DistributionSection.Read(node, path, attribute.Values, section.Log, cases) is { } distribution && node is not LocatedScalar
            ? new(name, distribution, node.Position, node.Position) { Cases = cases, Path = path }
            : null;
    }
}
