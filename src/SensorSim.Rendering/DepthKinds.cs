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
        double across = Math.Atan((camera.Cx + 0.5) / camera.Fx) + Math.Atan((camera.Width - 0.5 - camera.Cx) / camera.Fx);
        return across > 120 * Math.PI / 180;
    }

    /// <summary>"planar" or "range", as the frame record says it.</summary>
    public static string Of(CameraIntrinsics camera) => IsRange(camera) ? Range : Planar;
}
