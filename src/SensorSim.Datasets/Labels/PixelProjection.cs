using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>Where points in the camera frame are seen.</summary>
internal static class PixelProjection
{
    /// <summary>Pixel coordinates, perhaps outside the image; null for a point that the camera has no place for.</summary>
    public static (double X, double Y)? Of(Vector3d point, CameraIntrinsics camera) => point.Z < LooseBox.NearMetres
        ? null
        : ((camera.Fx * point.X / point.Z) + camera.Cx, (camera.Fy * point.Y / point.Z) + camera.Cy);
}
