using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>environment</c>: light from all around; darkness without it.</summary>
internal static class EnvironmentSection
{
    private const string BuiltinPrefix = "builtin:";

    public static Scenario Read(SectionReader scenario, Scenario result)
    {
        const string expected = "a mapping with hdr, intensity, rotation_deg and ambient_occlusion";
        if (scenario.Find("environment") is not { } node
            || SectionReader.Of(node, "environment", expected, scenario.Log) is not { } section)
        {
            return result;
        }

        LocatedNode? hdr = section.Require("hdr", $"a Radiance .hdr file or {EnvironmentLight.Studio}");
        var light = new EnvironmentLight(
            hdr is null ? null : Image(hdr, section),
            section.Number("intensity", new(0, 1e9, "multiplies the image's radiance")) ?? 1,
            section.Number("rotation_deg", new(-1e9, 1e9, "degrees")) ?? 0)
        {
            AmbientOcclusion = Occlusion(section),
        };
        section.RejectUnknown();
        return result with { Environment = light, EnvironmentPosition = hdr?.Position ?? node.Position };
    }

    private static AmbientOcclusion? Occlusion(SectionReader environment)
    {
        if (environment.Find("ambient_occlusion") is not { } node
            || SectionReader.Of(node, environment.PathOf("ambient_occlusion"), "a mapping with radius_m", environment.Log) is not { } section)
        {
            return null;
        }

        double radius = section.Number("radius_m", NumberRange.Positive("metres")) ?? AmbientOcclusion.DefaultRadiusMetres;
        section.RejectUnknown();
        return new(radius);
    }

    private static string? Image(LocatedNode node, SectionReader section)
    {
        string? hdr = ScalarReader.Text(node, section.PathOf("hdr"), section.Log);
        if (hdr is not null && hdr.StartsWith(BuiltinPrefix, StringComparison.Ordinal) && hdr != EnvironmentLight.Studio)
        {
            section.Log.Add(node, section.PathOf("hdr"), $"there is no environment '{hdr}'", EnvironmentLight.Studio, EnvironmentLight.Studio);
        }

        return hdr;
    }
}
