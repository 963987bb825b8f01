using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>How large a camera sees things: one of <c>hfov_deg</c>, <c>fx</c> and <c>orthographic_width_m</c>, or what a camera of the scene says.</summary>
internal static class ScaleSection
{
    // In single precision what is narrower has neighbours that look along the same ray, and what is wider a middle without pixels.
    private static readonly NumberRange s_fieldOfView = new(1e-3, 179.999, "degrees");
    private static readonly NumberSchema s_focalLength = new(new(0, 1e7, "pixels", Open: true));
    private static readonly NumberSchema s_place = new(new(-1e6, 1e6, "pixels"));

    /// <summary>Field of view of a camera that may have a lens.</summary>
    public static NumberRange ThroughLens { get; } = new(1e-3, 360, "degrees");

    public static KeyGroup Group { get; } = new(IsRequired: false, "hfov_deg", "fx", "orthographic_width_m");

    public static IReadOnlyList<KeySchema> Keys { get; } =
    [
        new("hfov_deg", new NumberSchema(ThroughLens), "Horizontal field of view of the whole image, in degrees: below 180, or up to 360 through a lens.", "69"),
        new("fx", s_focalLength, "In place of hfov_deg: a calibrated camera's focal length across, in pixels.", "930.5"),
        new("fy", s_focalLength, "Focal length down, in pixels; fx without it.", "931.2") { Needs = "fx" },
        new("cx", s_place, "Column of the principal point, in pixels; the image's middle without it.", "639.5") { Needs = "fx" },
        new("cy", s_place, "Row of the principal point, in pixels; the image's middle without it.", "359.5") { Needs = "fx" },
        new("orthographic_width_m", new NumberSchema(new(1e-6, 1e6, "metres")), "In place of hfov_deg: metres that an orthographic camera's image is wide.", "2.5"),
    ];

    public static CameraSettings Read(SectionReader camera, CameraSettings settings)
    {
        bool hasSensor = settings.Sensor.Count > 0; // perhaps with a lens, which may see more than half of everything
        settings = settings with
        {
            HorizontalFieldOfViewDegrees = camera.Number("hfov_deg", hasSensor ? ThroughLens : s_fieldOfView),
            Intrinsics = Intrinsics(camera),
            OrthographicWidthMetres = camera.Number("orthographic_width_m"),
        };
        if (settings is { Pose: CameraPose.LookAt, Sensor: [] } && !Group.Names.Any(camera.Has))
        {
            camera.AddMissing("hfov_deg", "degrees, unless the pose names a camera of the scene; or fx in pixels, or orthographic_width_m");
        }

        return settings;
    }

    private static IntrinsicsSettings? Intrinsics(SectionReader camera)
    {
        double? fx = camera.Number("fx"), fy = camera.Number("fy"), cx = camera.Number("cx"), cy = camera.Number("cy");
        return fx is { } value ? new(value, fy, cx, cy) : null;
    }
}
