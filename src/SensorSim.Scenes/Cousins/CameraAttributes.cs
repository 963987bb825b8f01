using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Cousins;

/// <summary>Everything that a scenario can vary of its cameras.</summary>
internal static class CameraAttributes
{
    /// <summary>What stands before a stage and its parameter: "sensor.camera.noise.temperature_c".</summary>
    public const string SensorPrefix = "sensor.";

    public const string FieldOfView = "hfov_deg";

    public const string FocusDistance = "focus.distance_m";

    public const string ExposurePrefix = "exposure.";

    public const string Elevation = "elevation_deg";

    /// <summary>What moves a camera about the point that it looks at.</summary>
    public static IReadOnlyList<string> AboutTarget { get; } = ["azimuth_deg", Elevation, "distance_scale"];

    /// <summary>How messages write the parameter of a stage.</summary>
    public const string StageAttribute = "sensor.PLUGIN.PARAMETER";

    private static NumberRange Metres => NumberRange.Place with { Unit = "metres along a world axis" };

    public static IReadOnlyList<CousinAttribute<CameraSettings>> Named { get; } =
    [
        new(FieldOfView, ValueRule.Number(ScaleSection.ThroughLens), (camera, v) => camera with { HorizontalFieldOfViewDegrees = Number(v) }) { Example = "{ uniform: [50, 70] }" },
        Exposed("time_s", ExposureSection.Time, (exposure, value) => exposure with { TimeSeconds = value }, "{ log_uniform: [0.001, 0.02] }"),
        Exposed("iso", ExposureSection.Iso, (exposure, value) => exposure with { Iso = value }, "[100, 400, 1600]"),
        Exposed("f_number", ExposureSection.FNumber, (exposure, value) => exposure with { FNumber = value }, "[2.8, 5.6]"),
        Exposed("row_time_s", ExposureSection.RowTime, (exposure, value) => exposure with { RowTimeSeconds = value }, "{ uniform: [1e-5, 3e-5] }"),
        new(FocusDistance, ValueRule.Number(FocusSection.Distance), (camera, v) => camera.Focus is { } focus ? camera with { Focus = focus with { DistanceMetres = Number(v) } } : camera) { Example = "{ uniform: [1, 3] }" },
        Moved("offset_x_m", Metres, (motion, value) => motion with { Offset = motion.Offset with { X = value } }, "{ uniform: [-0.2, 0.2] }"),
        Moved("offset_y_m", Metres, (motion, value) => motion with { Offset = motion.Offset with { Y = value } }, "{ uniform: [-0.1, 0.1] }"),
        Moved("offset_z_m", Metres, (motion, value) => motion with { Offset = motion.Offset with { Z = value } }, "{ uniform: [-0.2, 0.2] }"),
        Moved("yaw_deg", Turn("to the left"), (motion, value) => motion with { YawDegrees = value }, "{ uniform: [-5, 5] }"),
        Moved("pitch_deg", Turn("up"), (motion, value) => motion with { PitchDegrees = value }, "{ uniform: [-3, 3] }"),
        Moved("roll_deg", Turn("clockwise"), (motion, value) => motion with { RollDegrees = value }, "{ normal: [0, 1] }"),
        Moved(AboutTarget[0], Turn("about the vertical through what it looks at"), (motion, value) => motion with { AzimuthDegrees = value }, "{ uniform: [-180, 180] }"),
        Moved(AboutTarget[1], Turn("higher above what it looks at"), (motion, value) => motion with { ElevationDegrees = value }, "{ uniform: [-5, 20] }"),
        Moved(AboutTarget[2], new(1e-3, 1e3, "multiplies the distance to what it looks at"), (motion, value) => motion with { DistanceScale = value }, "{ uniform: [0.8, 1.2] }"),
    ];

    /// <summary>With what stands for the parameters of stages, which only the host knows.</summary>
    public static IReadOnlyList<CousinAttribute> All { get; } =
        [.. Named, new CousinAttribute<CameraSettings>(StageAttribute, ValueRule.Anything, (camera, _) => camera) { Example = "{ uniform: [10, 40] }" }];

    /// <summary>The stage and the parameter that an attribute names; null when it is no attribute of a stage. Names of parameters hold no dots, ids of plugins do.</summary>
    public static (string Stage, string Parameter)? StageOf(string attribute) =>
        attribute.StartsWith(SensorPrefix, StringComparison.Ordinal) && attribute.LastIndexOf('.') is var dot && dot > SensorPrefix.Length && dot < attribute.Length - 1
            ? (attribute[SensorPrefix.Length..dot], attribute[(dot + 1)..])
            : null;

    /// <summary>The attribute of this name, the parameters of stages among them; null where there is none.</summary>
    public static CousinAttribute? Find(string name) => StageOf(name) is null ? Named.FirstOrDefault(attribute => attribute.Name == name) : All[^1];

    /// <summary>The camera with a drawn value.</summary>
    /// <exception cref="ArgumentException">There is no such attribute, or it does not take the value.</exception>
    public static CameraSettings Apply(CameraSettings camera, string attribute, JsonValue value)
    {
        if (StageOf(attribute) is var (stage, parameter))
        {
            return camera with { StageChanges = [.. camera.StageChanges, new(stage, parameter, value)] };
        }

        return Named.FirstOrDefault(named => named.Name == attribute) is { } known
            ? known.Apply(camera, value)
            : throw new ArgumentException($"A camera has no '{attribute}' that varies.", nameof(attribute));
    }

    private static CousinAttribute<CameraSettings> Exposed(string name, NumberRange range, Func<ExposureSettings, double, ExposureSettings> with, string example) =>
        new(ExposurePrefix + name, ValueRule.Number(range), (camera, v) => camera.Exposure is { } exposure ? camera with { Exposure = with(exposure, Number(v)) } : camera) { Example = example };

    private static CousinAttribute<CameraSettings> Moved(string name, NumberRange range, Func<CameraMotion, double, CameraMotion> with, string example) =>
        new(name, ValueRule.Number(range), (camera, v) => camera with { Motion = with(camera.Motion, Number(v)) }) { Example = example };

    private static NumberRange Turn(string way) => NumberRange.Degrees($"degrees, {way}");

    private static double Number(JsonValue value) => CousinAttributes.Number(value);
}
