using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Lights;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>lamps</c>: lights that the scenario adds to its scene, in glTF's units.</summary>
internal static class LampSection
{
    private const double RadiansPerDegree = Math.PI / 180;
    private const double WidestConeDegrees = 90;

    private static readonly Light s_default = new();

    private static readonly NumberSchema s_cone = new(new(0, WidestConeDegrees, "degrees from the axis"));

    private static readonly MappingSchema s_lamp = new(
        AddedKeys.Name("lamp", "work_light"),
        new("kind", new WordSchema([.. Enum.GetValues<LightKind>().Select(LampKindRules.WordOf)]), "Shines to all sides from a point, in a cone, or the same everywhere.", "spot") { IsRequired = true, AlsoCalled = ["type"] },
        AddedKeys.Count,
        AddedKeys.At("", "[1, 1.2, 2]"),
        AddedKeys.Step,
        new("look_at", AddedKeys.Metres, "Spots: the point that they shine at, [x, y, z] in metres.", "[0, 0.5, 0]"),
        new("azimuth_deg", new NumberSchema(NumberRange.Degrees("degrees; 0 shines from +Z, 90 from +X")), "Spots and directional lights: where the light comes from, in degrees; 0 is +Z, 90 +X.", "40") { Default = "0", Needs = "elevation_deg" },
        new("elevation_deg", new NumberSchema(new(-90, 90, "degrees above the horizon")), "Spots and directional lights: how high above the horizon the light comes from, in degrees.", "35") { Default = "90" },
        new("intensity_cd", new NumberSchema(NumberRange.Light("candela")), "Point and spot lights: intensity, in candela.", "400"),
        new("intensity_lx", new NumberSchema(NumberRange.Light("lux")), "Directional lights: illuminance on a surface that faces it, in lux.", "30000"),
        new("color", ValueRule.Color.Schema, "Colour, which scales the intensity of each channel: sRGB \"#rrggbb\".", "\"#ffd8a0\""),
        new("color_temperature_k", new NumberSchema(new(Blackbody.MinimumKelvin, Blackbody.MaximumKelvin, "kelvin")), "Colour of a black body, in kelvin; the luminous intensity stays.", "4000"),
        new("inner_deg", s_cone, "Spots: from the axis to where the light begins to fall off, in degrees.", "15") { Default = "0" },
        new("outer_deg", s_cone, "Spots: from the axis to where the light ends, in degrees.", "30") { Default = "45" },
        new("range_m", new NumberSchema(NumberRange.Positive("metres")), "Point and spot lights: where the light is cut off, in metres; nowhere without this key.", "20"),
        LightSection.Radius,
        LightSection.AngularDiameter,
        LightSection.Flicker)
    {
        IsMeant = LampKindRules.IsMeant,
        Groups =
        [
            new(IsRequired: true, "intensity_cd", "intensity_lx") { Missing = "nothing says how bright the lamp is", Expected = "intensity_cd of a point light or a spot, intensity_lx of a directional light" },
            new(IsRequired: false, "color", "color_temperature_k"),
            new(IsRequired: false, "look_at", "elevation_deg"),
        ],
    };

    private static readonly MappingSchema s_published = s_lamp with { Kinds = [.. Enum.GetValues<LightKind>().Select(OfKind)] };

    public static ListSchema Schema { get; } = new(s_published, "a list of lamps, each { name: NAME, kind: point, at: [x, y, z], intensity_cd: 400 }");

    public static List<LampGroup> ReadAll(SectionReader scenario) => [.. scenario.Sections("lamps").Select(Read)];

    private static MappingSchema OfKind(LightKind kind) => new([.. s_lamp.Keys.Where(key => LampKindRules.Fits(key.Name, kind)).Select(key => key.Name switch
    {
        "kind" => key with { Value = new WordSchema(LampKindRules.WordOf(kind)), Example = LampKindRules.WordOf(kind) },
        "intensity_cd" or "intensity_lx" => key with { IsRequired = true },
        _ => key,
    })])
    {
        Groups = [.. s_lamp.Groups.Where(group => group.Names.All(name => LampKindRules.Fits(name, kind)))],
    };

    private static LampGroup Read(SectionReader section)
    {
        LightKind kind = LampKindRules.Check(section);
        var group = new LampGroup(AddedKeys.NameOf(section), LightOf(section, kind), AddedKeys.CountOf(section), section.Mapping.Position)
        {
            Keys = section.Keys,
            At = AddedKeys.MetresOf(section, "at") ?? Vector3d.Zero,
            Step = AddedKeys.MetresOf(section, "step") ?? Vector3d.Zero,
            Aim = new(section.Number("azimuth_deg") ?? LampAim.Down.AzimuthDegrees, section.Number("elevation_deg") ?? LampAim.Down.ElevationDegrees) { LookAt = AddedKeys.MetresOf(section, "look_at") },
            Flicker = LightSection.FlickerOf(section),
        };
        return Aimed(section, group);
    }

    // A lamp has no way to shine at the point that it is in.
    private static LampGroup Aimed(SectionReader section, LampGroup group)
    {
        if (group.Light.Kind != LightKind.Spot || group.Aim.LookAt is not { } point || !Enumerable.Range(0, group.Count ?? 1).Any(i => group.PlaceOf(i) == point))
        {
            return group;
        }

        section.Log.Add(section.Find("look_at")!, section.PathOf("look_at"), "a lamp is in the point that it shines at", "another point");
        return group with { Aim = LampAim.Down };
    }

    private static Light LightOf(SectionReader section, LightKind kind)
    {
        (double inner, double outer) = ConeOf(section);
        return Colored(section, new()
        {
            Kind = kind,
            Intensity = section.Number("intensity_cd") ?? section.Number("intensity_lx") ?? s_default.Intensity,
            Range = section.Number("range_m"),
            RadiusMetres = section.Number("radius_m") ?? s_default.RadiusMetres,
            AngularDiameterDegrees = section.Number("angular_diameter_deg") ?? s_default.AngularDiameterDegrees,
            InnerConeAngle = inner,
            OuterConeAngle = outer,
        });
    }

    private static Light Colored(SectionReader section, Light light) =>
        section.Number("color_temperature_k") is { } kelvin ? Blackbody.Recolor(light, kelvin)
        : section.Text("color") is { } text && SrgbColor.TryParse(text, out Vector3 linear) ? light with { Color = linear }
        : light;

    private static (double Inner, double Outer) ConeOf(SectionReader section)
    {
        double inner = section.Number("inner_deg") * RadiansPerDegree ?? s_default.InnerConeAngle, outer = section.Number("outer_deg") * RadiansPerDegree ?? s_default.OuterConeAngle;
        if (inner >= outer && (section.Find("inner_deg") ?? section.Find("outer_deg")) is { } at)
        {
            section.Log.Add(at, section.PathOf(section.Has("inner_deg") ? "inner_deg" : "outer_deg"), "the cone ends before it falls off", "inner_deg below outer_deg, which is 45 where nothing else is said");
            return (s_default.InnerConeAngle, s_default.OuterConeAngle);
        }

        return (inner, outer);
    }
}
