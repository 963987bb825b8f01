using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>One camera at one instant. The camera frame is OpenCV's: +X right, +Y down, +Z forward.</summary>
/// <param name="Name">Name in the scenario; the last part of a frame's name.</param>
/// <param name="Intrinsics">Projection, in pixels.</param>
/// <param name="CameraToWorld">Rigid transform from the camera frame to the world (metres).</param>
public sealed record CameraView(string Name, CameraIntrinsics Intrinsics, Matrix4x4d CameraToWorld)
{
    /// <summary>The pose of a camera at <paramref name="from"/> looking at <paramref name="target"/>, world +Y up.</summary>
    /// <exception cref="ArgumentException">The two points coincide.</exception>
    public static Matrix4x4d LookAt(Vector3d from, Vector3d target)
    {
        Vector3d direction = target - from;
        if (direction.Length == 0)
        {
            throw new ArgumentException("A camera cannot look at its own position.", nameof(target));
        }

        Vector3d forward = direction.Normalized();
        Vector3d up = Math.Abs(forward.Y) > 0.999999 ? Vector3d.UnitZ : Vector3d.UnitY;
        Vector3d right = Vector3d.Cross(forward, up).Normalized();
        return Matrix4x4d.FromAxes(right, Vector3d.Cross(forward, right), forward, from);
    }
}
