using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Hosting.Records;

/// <summary>
/// The part of a record's provenance that says what was rendered besides the draws: scene, environment, waveforms, samples per
/// pixel, depth format. Written and read here only, so that a frame can be rendered again from its record.
/// </summary>
/// <param name="Scene">Name of the scene.</param>
/// <param name="Environment">The environment before draws.</param>
/// <param name="Waveforms">Lamp name → waveform with every parameter that was written down.</param>
/// <param name="Msaa">Colour samples per pixel.</param>
/// <param name="CategoryBits">Bits of a category id, 8 or 16.</param>
/// <param name="Output">What the camera writes.</param>
public sealed record SceneProvenance(
    string Scene,
    EnvironmentLight Environment,
    IReadOnlyDictionary<string, PluginUse> Waveforms,
    int Msaa,
    int CategoryBits,
    CameraOutput Output)
{
    /// <summary>What the names of drawn waveforms stand for.</summary>
    public IReadOnlyDictionary<string, PluginUse> WaveformChoices { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, PluginUse>.Empty;

    /// <summary>Lamp name → the size of its source, where it is not the file's.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, LightSize>.Empty;

    /// <summary>Whether what glows lights its surroundings.</summary>
    public bool EmissiveLights { get; init; }

    /// <summary>The variant of the scene's materials; null is the file's own.</summary>
    public string? Variant { get; init; }

    /// <summary>What was added to the scene.</summary>
    public SceneAdditions Additions { get; init; } = SceneAdditions.None;

    /// <summary>The animation that played; null is the scene's first.</summary>
    public string? Animation { get; init; }

    /// <summary>How the joints of robots moved; null where the scenario did not say it. Trajectories are not read.</summary>
    public JointSettings? Joints { get; init; }

    /// <summary>How bodies moved by themselves; null when none did.</summary>
    public PhysicsSettings? Physics { get; init; }

    /// <summary>Name and version of the library that moved them.</summary>
    public string? PhysicsLibrary { get; init; }

    /// <summary>What carried the camera, its lens, and the instants of flow.</summary>
    public Shot Shot { get; init; } = new();

    public JsonObject ToJson() => new()
    {
        ["scene"] = Scene,
        ["environment"] = new JsonObject
        {
            ["hdr"] = Environment.Hdr,
            ["intensity"] = Environment.Intensity,
            ["rotation_deg"] = Environment.RotationDegrees,
            ["ambient_occlusion_m"] = Environment.AmbientOcclusion?.RadiusMetres,
        },
        ["waveforms"] = ToJson(Waveforms),
        ["waveform_choices"] = WaveformChoices.Count == 0 ? null : ToJson(WaveformChoices),
        ["light_sizes"] = new JsonObject(Sizes.Select(lamp => KeyValuePair.Create(lamp.Key, (JsonNode?)ToJson(lamp.Value)))),
        ["emissive_lights"] = EmissiveLights,
        ["msaa"] = Msaa,
        ["category_bits"] = CategoryBits,
        ["output"] = Output == CameraOutput.Raw ? "raw" : "display",
        ["variant"] = Variant,
        ["additions"] = AdditionsRecord.ToJson(Additions),
        ["animation"] = Animation,
        ["joints"] = JointSettingsJson.ToJson(Joints),
        ["physics"] = PhysicsRecord.ToJson(Physics, PhysicsLibrary),
        ["carrier"] = Shot.Carrier,
        ["carrier_motion"] = Shot.Carrier is null || Shot.Motion == new CameraMotion() ? null : ToJson(Shot.Motion),
        ["next_s"] = Shot.NextSeconds,
        ["previous_s"] = Shot.PreviousSeconds,
        ["lens"] = Shot.Lens is { } lens ? new JsonObject { ["aperture_m"] = lens.ApertureDiameterMetres, ["focus_m"] = lens.FocusMetres } : null,
    };

    /// <exception cref="FormatException">A key is missing or has a value that no run writes: the message has its JSON path.</exception>
    public static SceneProvenance FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var fields = JsonFields.Of(json, "provenance.render");
        JsonFields environment = fields.Object("environment");
        return new(
            fields.Text("scene"),
            new(environment.OptionalText("hdr"), environment.NonNegative("intensity"), environment.Number("rotation_deg"))
            {
                AmbientOcclusion = environment.OptionalNumber("ambient_occlusion_m") is null ? null : new(environment.Positive("ambient_occlusion_m")),
            },
            fields.Map("waveforms", Waveform),
            fields.Count("msaa") is 1 or 4 ? fields.Count("msaa") : throw fields.Wrong("msaa", "1 or 4"),
            fields.Count("category_bits") is 8 or 16 ? fields.Count("category_bits") : throw fields.Wrong("category_bits", "8 or 16"),
            fields.OneOf("output", "raw", "display") == "raw" ? CameraOutput.Raw : CameraOutput.Display)
        {
            Sizes = json["light_sizes"] is null ? System.Collections.ObjectModel.ReadOnlyDictionary<string, LightSize>.Empty : fields.Map("light_sizes", SizeOf),
            WaveformChoices = json["waveform_choices"] is null ? System.Collections.ObjectModel.ReadOnlyDictionary<string, PluginUse>.Empty : fields.Map("waveform_choices", Waveform),
            EmissiveLights = json["emissive_lights"] is JsonValue value && value.TryGetValue(out bool isLit) && isLit,
            Variant = fields.OptionalText("variant"),
            Additions = fields.OptionalObject("additions") is { } additions ? AdditionsRecord.FromJson(additions) : SceneAdditions.None,
            Animation = fields.OptionalText("animation"),
            Joints = fields.OptionalObject("joints") is { } joints ? JointSettingsJson.FromJson(joints) : null,
            Physics = fields.OptionalObject("physics") is { } physics ? PhysicsRecord.FromJson(physics) : null,
            PhysicsLibrary = fields.OptionalObject("physics")?.OptionalText("library"),
            Shot = new()
            {
                Carrier = fields.OptionalText("carrier"),
                Motion = json["carrier_motion"] is null ? new() : MotionOf(fields.Object("carrier_motion")),
                NextSeconds = json["next_s"] is null ? null : fields.Number("next_s"),
                PreviousSeconds = json["previous_s"] is null ? null : fields.Number("previous_s"),
                Lens = json["lens"] is null ? null : LensOf(fields.Object("lens")),
            },
        };
    }

    private static ThinLens LensOf(JsonFields lens) => new(
        lens.NonNegative("aperture_m"),
        lens.NonNegative("focus_m") is > 0 and var focus ? focus : throw lens.Wrong("focus_m", "a distance above 0"));

    private static JsonObject ToJson(CameraMotion motion) => new()
    {
        ["offset_m"] = new JsonArray(motion.Offset.X, motion.Offset.Y, motion.Offset.Z),
        ["yaw_deg"] = motion.YawDegrees,
        ["pitch_deg"] = motion.PitchDegrees,
        ["roll_deg"] = motion.RollDegrees,
    };

    private static CameraMotion MotionOf(JsonFields motion) => new()
    {
        Offset = motion.Numbers("offset_m", 3) is var offset ? new(offset[0], offset[1], offset[2]) : default,
        YawDegrees = motion.Number("yaw_deg"),
        PitchDegrees = motion.Number("pitch_deg"),
        RollDegrees = motion.Number("roll_deg"),
    };

    private static JsonObject ToJson(LightSize size) => new() { ["angular_diameter_deg"] = size.AngularDiameterDegrees, ["radius_m"] = size.RadiusMetres };

    private static LightSize SizeOf(JsonElement json, string path)
    {
        var fields = new JsonFields(json, path);
        return new(
            fields.OptionalNumber("angular_diameter_deg") is null or (>= 0 and <= LightSize.WidestDegrees)
                ? fields.OptionalNumber("angular_diameter_deg")
                : throw fields.Wrong("angular_diameter_deg", "an angle from 0 to 90"),
            fields.OptionalNumber("radius_m") is null ? null : fields.NonNegative("radius_m"));
    }

    private static JsonObject ToJson(IReadOnlyDictionary<string, PluginUse> uses) =>
        new(uses.Where(one => one.Value.Enabled).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)ToJson(one.Value))));

    private static JsonObject ToJson(PluginUse use) => new()
    {
        ["use"] = use.Use,
        ["parameters"] = new JsonObject(use.Parameters.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))),
    };

    private static PluginUse Waveform(JsonElement json, string path)
    {
        var fields = new JsonFields(json, path);
        return new(fields.Text("use"), fields.Map("parameters", JsonFields.NodeOf));
    }
}
