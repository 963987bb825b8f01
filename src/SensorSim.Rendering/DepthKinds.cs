using SensorSim.Cameras;

namespace SensorSim.Rendering;

/// <summary>What a camera's depth image measures.</summary>
public static class DepthKinds
{
    public const string Planar = "planar";
    public const string Range = "range";

    /// <summary>Beyond 120 degrees across, depth is the distance from the camera: planar depth would fall to nothing at the sides.</summary>
    public static bool IsRange(CameraIntrinsics camera)
    {
        ArgumentNullException.ThrowIfNull(camera);
        if (!camera.Projection.KeepsLines || camera.Projection == CameraProjection.Orthographic)
        {
            return SeesBeside(camera);
        }

        double across = Math.Atan((camera.Cx + 0.5) / camera.Fx) + Math.Atan((camera.Width - 0.5 - camera.Cx) / camera.Fx);
        return across > 120 * Math.PI / 180;
    }

    // Whether any pixel in the middle row looks more than 60 degrees away from the axis.
    private static bool SeesBeside(CameraIntrinsics camera) => Enumerable.Range(0, camera.Width)
        .Any(column => camera.RayThrough(column, Math.Round(camera.Cy)) is { } ray && ray.Direction.Z < 0.5 * ray.Direction.Length);

    /// <summary>"planar" or "range", as the frame record says it.</summary>
    public static string Of(CameraIntrinsics camera) => IsRange(camera) ? Range : Planar;
}
