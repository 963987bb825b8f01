using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>How large a camera sees things: one of <c>hfov_deg</c>, <c>fx</c> and <c>orthographic_width_m</c>, or what a camera of the scene says.</summary>
internal static class ScaleSection
{
    // In single precision what is narrower has neighbours that look along the same ray, and what is wider a middle without pixels.
    private const double NarrowestDegrees = 1e-3;
    private const double WidestDegrees = 179.999;

    private static readonly string[] Scales = ["hfov_deg", "fx", "orthographic_width_m"];

    public static CameraSettings Read(SectionReader camera, CameraSettings settings)
    {
        bool hasSensor = settings.Sensor.Count > 0; // perhaps with a lens, which may see more than half of everything
        settings = settings with
        {
            HorizontalFieldOfViewDegrees = camera.Number("hfov_deg", hasSensor ? new(NarrowestDegrees, 360, "degrees") : new(NarrowestDegrees, WidestDegrees, "degrees")),
            FieldOfViewPosition = camera.Mapping.Find("hfov_deg")?.Value.Position,
            Intrinsics = Intrinsics(camera),
            OrthographicWidthMetres = camera.Number("orthographic_width_m", new(1e-6, 1e6, "metres")),
        };
        LocatedEntry[] given = [.. Scales.Select(scale => camera.Mapping.Find(scale)).OfType<LocatedEntry>()];
        foreach (LocatedEntry second in given.Skip(1))
        {
            camera.Log.Add(second.Key, camera.PathOf(second.Key.Text), $"the camera also has '{given[0].Key.Text}'", "one of them");
        }

        if (given.Length == 0 && settings is { Pose: CameraPose.LookAt, Sensor: [] })
        {
            camera.AddMissing("hfov_deg", "degrees, unless the pose names a camera of the scene; or fx in pixels, or orthographic_width_m");
        }

        return settings;
    }

    private static IntrinsicsSettings? Intrinsics(SectionReader camera)
    {
        var focal = new NumberRange(0, 1e7, "pixels", Open: true);
        var place = new NumberRange(-1e6, 1e6, "pixels");
        double? fx = camera.Number("fx", focal), fy = camera.Number("fy", focal), cx = camera.Number("cx", place), cy = camera.Number("cy", place);
        foreach (string key in (string[])["fy", "cx", "cy"])
        {
            if (camera.Mapping.Find(key) is { } entry && camera.Mapping.Find("fx") is null)
            {
                camera.Log.Add(entry.Key, camera.PathOf(key), "the camera has no 'fx'", "fx beside it");
            }
        }

        return fx is { } value ? new(value, fy, cx, cy) : null;
    }
}
