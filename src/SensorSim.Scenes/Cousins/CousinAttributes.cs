using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Cousins;

/// <summary>Everything that a scenario can vary, and what it does. Attributes of one thing are applied in this order.</summary>
internal static class CousinAttributes
{
    /// <summary>Replaces a material by another one of the scene; the others act on what it is then.</summary>
    public const string Swap = "swap";

    /// <summary>Where an object is put: solved for, not drawn.</summary>
    public const string Pose = "pose";

    /// <summary>The way that an object travels: solved for, not drawn.</summary>
    public const string Path = "path";

    /// <summary>Replaces a material by one made from a folder of textures.</summary>
    public const string TextureSet = "texture_set";

    /// <summary>Replaces an object by another one.</summary>
    public const string Item = "item";

    /// <summary>Whether an object or a lamp is there at all.</summary>
    public const string Present = "present";

    /// <summary>How many of a group of added objects or lamps are there.</summary>
    public const string Count = "count";

    /// <summary>Which environment lights the scene.</summary>
    public const string Hdr = "hdr";

    /// <summary>Which of its looks the scene has.</summary>
    public const string Variant = "variant";

    public static IReadOnlyList<CousinAttribute<Light>> Lights { get; } =
    [
        new("intensity", ValueRule.Number(NumberRange.Light("multiplies the lamp's intensity")),
            (light, v) => light with { Intensity = light.Intensity * Number(v) }) { Example = "{ uniform: [0.5, 1] }" },
        new("failed", ValueRule.Truth, (light, v) => Truth(v) ? light with { Intensity = 0 } : light),
        new("color_temperature_k", ValueRule.Number(new(Blackbody.MinimumKelvin, Blackbody.MaximumKelvin, "kelvin")),
            (light, v) => Blackbody.Recolor(light, Number(v))),
        new("angular_diameter_deg", ValueRule.Number(new(0, LightSize.WidestDegrees, "degrees")), (light, v) => light with { AngularDiameterDegrees = Number(v) }),
        new("radius_m", ValueRule.Number(NumberRange.Length()), (light, v) => light with { RadiusMetres = Number(v) }) { Example = "{ uniform: [0.5, 1] }" },
        new(Present, ValueRule.Truth, (light, _) => light),
        new(Count, ValueRule.Number(new(0, AddedThings.MaximumCount, "how many of a group of added lamps")), (light, _) => light) { Example = "[2, 4, 6]" },
    ];

    public static IReadOnlyList<CousinAttribute<Material>> Materials { get; } =
    [
        new(Swap, ValueRule.MaterialName, (material, _) => material) { Example = "[keep, \"builtin:oak\"]" },
        new(TextureSet, ValueRule.TextureFolder, (material, _) => material) { Example = "[keep, textures/oak, textures/pine]" },
        new("color", ValueRule.Color, (material, v) => material with { BaseColor = new(Color(v), material.BaseColor.W) }),
        new("color_scale", ValueRule.Number(NumberRange.Light("multiplies the base colour")), Dim) { Example = "{ uniform: [0.5, 1] }" },
        new("roughness", ValueRule.Number(new(0, 1)), (material, v) => material with { Roughness = (float)Number(v) }),
        new("metallic", ValueRule.Number(new(0, 1)), (material, v) => material with { Metallic = (float)Number(v) }),
        new("wear", ValueRule.Number(new(0, 1, "0 as new, 1 after years")), (material, v) => Wear.Of(material, Number(v))),
    ];

    public static IReadOnlyList<CousinAttribute<ObjectMotion>> Objects { get; } =
    [
        new(Item, ValueRule.ItemName, (motion, _) => motion) { Example = "[keep, \"builtin:mug\"]" },
        new(Present, ValueRule.Truth, (motion, _) => motion),
        new(Count, ValueRule.Number(new(0, AddedThings.MaximumCount, "how many of a group of added objects")), (motion, _) => motion) { Example = "[5, 10, 20]" },
        new("yaw_deg", ValueRule.Number(NumberRange.Degrees("degrees about +Y")), (m, v) => m with { YawDegrees = Number(v) }) { Example = "{ uniform: [0.5, 1] }" },
        new("offset_x_m", Offset, (m, v) => m with { Offset = m.Offset with { X = Number(v) } }) { Example = "{ uniform: [0.5, 1] }" },
        new("offset_y_m", Offset, (m, v) => m with { Offset = m.Offset with { Y = Number(v) } }) { Example = "{ uniform: [0.5, 1] }" },
        new("offset_z_m", Offset, (m, v) => m with { Offset = m.Offset with { Z = Number(v) } }) { Example = "{ uniform: [0.5, 1] }" },
        new("speed_m_s", ValueRule.Number(PathSection.Speed), (motion, _) => motion) { Example = "{ uniform: [0.5, 2] }" },
        new("starts_at_s", ValueRule.Number(PathSection.Clock), (motion, _) => motion) { Example = "{ uniform: [0, 1] }" },
        new("passes_at_s", ValueRule.Number(PathSection.Clock), (motion, _) => motion) { Example = "{ uniform: [0.2, 0.8] }" },
    ];

    /// <summary>What changes an object's path, in the order of <see cref="ObjectPath.Varied"/>.</summary>
    public static IReadOnlyList<string> OfPaths { get; } = ["speed_m_s", "starts_at_s", "passes_at_s"];

    /// <summary>What moves an object.</summary>
    public static IReadOnlyList<string> OfPlaces { get; } = ["yaw_deg", "offset_x_m", "offset_y_m", "offset_z_m"];

    public static IReadOnlyList<CousinAttribute<EnvironmentLight>> Environment { get; } =
    [
        new(Hdr, ValueRule.EnvironmentName, (e, v) => e with { Hdr = Text(v) }) { Example = $"[\"{EnvironmentLight.Studio}\"]" },
        new("intensity", ValueRule.Number(NumberRange.Light("multiplies the environment's intensity")),
            (e, v) => e with { Intensity = e.Intensity * Number(v) }) { Example = "{ uniform: [0.5, 1] }" },
        new("rotation_deg", ValueRule.Number(NumberRange.Degrees("degrees about +Y")),
            (e, v) => e with { RotationDegrees = e.RotationDegrees + Number(v) }) { Example = "{ uniform: [0.5, 1] }" },
    ];

    public static IReadOnlyList<CousinAttribute<string?>> Scene { get; } = [new(Variant, ValueRule.VariantName, (_, v) => Text(v)) { Example = "[street, beach]" }];

    private static ValueRule Offset => ValueRule.Number(NumberRange.Place with { Unit = "metres along a world axis" });

    /// <summary>The attributes of a family; none for free parameters.</summary>
    public static IReadOnlyList<CousinAttribute> Of(CousinFamily family) => family switch
    {
        CousinFamily.Lights => LampAttributes.All,
        CousinFamily.Materials => Materials,
        CousinFamily.Objects => [.. Objects, .. PhysicsAttributes.Bodies],
        CousinFamily.Environment => Environment,
        CousinFamily.Cameras => CameraAttributes.All,
        CousinFamily.Scene => Scene,
        CousinFamily.Physics => PhysicsAttributes.World,
        CousinFamily.Events => EventAttributes.All,
        _ => [],
    };

    /// <summary>The attribute that a key names; null where its family has none of this name.</summary>
    public static CousinAttribute? Find(CousinKey key) => key.Family switch
    {
        CousinFamily.Cameras => CameraAttributes.Find(key.Attribute),
        CousinFamily.Lights => LampAttributes.Find(key.Attribute),
        _ => Of(key.Family).FirstOrDefault(attribute => attribute.Name == key.Attribute),
    };

    private static Material Dim(Material material, JsonValue v)
    {
        Vector4 c = material.BaseColor;
        float scale = (float)Number(v);
        return material with { BaseColor = new(c.X * scale, c.Y * scale, c.Z * scale, c.W) };
    }

    /// <summary>A draw as a number.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static double Number(JsonValue value) =>
        ValueRule.NumberOf(value) ?? throw new ArgumentException($"The draw {value.ToJsonString()} is not a number.", nameof(value));

    /// <summary>The name that a draw gives.</summary>
    public static string Text(JsonValue value) => value.TryGetValue(out string? text)
        ? text
        : throw new ArgumentException($"The draw {value.ToJsonString()} is no name.", nameof(value));

    /// <summary>The truth that a draw gives.</summary>
    public static bool Truth(JsonValue value) => value.TryGetValue(out bool truth)
        ? truth
        : throw new ArgumentException($"The draw {value.ToJsonString()} is neither true nor false.", nameof(value));

    private static Vector3 Color(JsonValue value) => value.TryGetValue(out string? text) && SrgbColor.TryParse(text, out Vector3 linear)
        ? linear
        : throw new ArgumentException($"The draw {value.ToJsonString()} is not a colour like \"#c8a060\".", nameof(value));
}
