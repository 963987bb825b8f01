using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Geometry;

namespace SensorSim.UnitTests.Datasets.Audit;

/// <summary>Frame records made by hand: a camera, and objects at known places.</summary>
internal static class SeenFrames
{
    /// <summary>A frame with objects, of sample 0 unless said otherwise.</summary>
    public static FrameRecord Of(params ObjectRecord[] objects) => new(
        "000000_0000_front", 0, 0, "front", 0, 640, 480,
        new("pinhole", 500, 500, 320, 240, new Dictionary<string, double>(StringComparer.Ordinal)),
        Matrix4x4d.Identity.ToRowMajor(),
        new(0, 0.004, 0, 0.01, 100),
        new Dictionary<string, FileReference>(StringComparer.Ordinal),
        objects,
        new Dictionary<string, JsonNode?>(StringComparer.Ordinal),
        [],
        "dim light",
        null,
        new(1, "sensorsim", "device", None(), None(), None(), []));

    /// <summary>A box in the camera frame, seen with as many pixels as its tight box has; no pixel: not visible.</summary>
    public static ObjectRecord Box(double width = 20, double height = 20, Vector3d? center = null, Matrix4x4d? pose = null, int category = 1)
    {
        bool isVisible = width * height > 0;
        Vector3d c = center ?? new(0, 0, 3);
        return new(
            1, category, "box", 1, (pose ?? Matrix4x4d.FromTranslation(c)).ToRowMajor(), isVisible ? [0, 0, width, height] : null, null,
            (long)(width * height), isVisible ? 1 : 0, 0, isVisible ? new([c.X, c.Y, c.Z], [1, 1, 1], [1, 0, 0, 0, 1, 0, 0, 0, 1]) : null);
    }

    private static Dictionary<string, string> None() => new(StringComparer.Ordinal);
}
