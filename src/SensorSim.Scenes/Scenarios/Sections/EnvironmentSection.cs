using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>environment</c>: light from all around; darkness without it.</summary>
internal static class EnvironmentSection
{
    private const string BuiltinPrefix = "builtin:";

    private static readonly MappingSchema s_occlusion = new(
        new KeySchema("radius_m", new NumberSchema(NumberRange.Positive("metres")), "What stands nearer than this keeps its light away, in metres.", "0.5") { Default = "0.5" });

    public static MappingSchema Schema { get; } = new(
        new("hdr", new TextSchema($"a Radiance .hdr file or {EnvironmentLight.Studio}"), $"A Radiance .hdr file, relative to this file, or {EnvironmentLight.Studio}.", EnvironmentLight.Studio) { IsRequired = true, AlsoCalled = ["file", "image", "map"] },
        new("intensity", new NumberSchema(new(0, 1e9, "multiplies the image's radiance")), "Multiplies the image's radiance (nit per unit).", "1.5") { Default = "1" },
        new("rotation_deg", new NumberSchema(new(-1e9, 1e9, "degrees")), "Turns it about +Y, in degrees.", "90") { Default = "0" },
        new("ambient_occlusion", s_occlusion, "What is near a surface keeps the environment's light away from it.", "{ radius_m: 0.5 }"));

    public static Scenario Read(SectionReader scenario, Scenario result)
    {
        if (scenario.Section("environment") is not { } section)
        {
            return result;
        }

        var light = new EnvironmentLight(Image(section), section.Number("intensity") ?? 1, section.Number("rotation_deg") ?? 0) { AmbientOcclusion = Occlusion(section) };
        return result with { Environment = light };
    }

    private static AmbientOcclusion? Occlusion(SectionReader environment) =>
        environment.Section("ambient_occlusion") is { } section ? new(section.Number("radius_m") ?? AmbientOcclusion.DefaultRadiusMetres) : null;

    private static string? Image(SectionReader section)
    {
        string? hdr = section.Text("hdr");
        if (hdr is null || !hdr.StartsWith(BuiltinPrefix, StringComparison.Ordinal))
        {
            return hdr is null ? null : section.Log.Relocate(hdr, section.Find("hdr")!.Position);
        }

        if (hdr != EnvironmentLight.Studio)
        {
            section.Log.Add(section.Find("hdr")!, section.PathOf("hdr"), $"there is no environment '{hdr}'", EnvironmentLight.Studio, EnvironmentLight.Studio);
        }

        return hdr;
    }
}
