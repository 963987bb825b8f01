using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>Places a scenario's cameras in a cousin.</summary>
public static class CameraPlacement
{
    /// <exception cref="ArgumentException">The pose names no camera of the scene; <see cref="SceneBinding"/> reports that before.</exception>
    public static CameraView Of(CameraSettings camera, SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(cousin);
        if (camera.Pose is CameraPose.LookAt pose)
        {
            return new(camera.Name, Intrinsics(camera, verticalFieldOfView: null), CameraView.LookAt(pose.From, pose.Target));
        }

        string name = ((CameraPose.AtNode)camera.Pose).Node;
        foreach ((string candidate, (int node, int index)) in SceneNames.Of(cousin.Twin).Cameras)
        {
            if (candidate == name)
            {
                return new(camera.Name, Intrinsics(camera, cousin.Twin.Cameras[index].VerticalFieldOfView), Pose(cousin.NodeToWorld[node]));
            }
        }

        throw new ArgumentException($"The scene has no camera '{name}'.", nameof(camera));
    }

    private static CameraIntrinsics Intrinsics(CameraSettings camera, double? verticalFieldOfView) =>
        camera.HorizontalFieldOfViewDegrees is double degrees
            ? CameraIntrinsics.FromHorizontalFieldOfView(camera.Width, camera.Height, degrees * (Math.PI / 180))
            : CameraIntrinsics.FromVerticalFieldOfView(
                camera.Width, camera.Height, verticalFieldOfView ?? throw new ArgumentException($"The camera '{camera.Name}' has no field of view.", nameof(camera)));

    // glTF cameras look along -Z with +Y up, ours along +Z with +Y down; a scale on the node has no meaning for a camera.
    private static Matrix4x4d Pose(Matrix4x4d nodeToWorld)
    {
        Vector3d forward = (-nodeToWorld.ColumnZ).Normalized();
        Vector3d right = Vector3d.Cross(forward, nodeToWorld.ColumnY).Normalized();
        return Matrix4x4d.FromAxes(right, Vector3d.Cross(forward, right), forward, nodeToWorld.Translation);
    }
}
