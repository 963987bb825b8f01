using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.Scenes.Cousins;

/// <summary>Places a scenario's cameras in a cousin.</summary>
public static class CameraPlacement
{
    /// <param name="camera">As the scenario has it.</param>
    /// <param name="cousin">At the instant.</param>
    /// <param name="projection">The camera's lens; null is a pinhole.</param>
    /// <exception cref="ArgumentException">The pose names no camera of the scene; <see cref="SceneBinding"/> reports that before.</exception>
    public static CameraView Of(CameraSettings camera, SceneInstance cousin, CameraProjection? projection = null)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(cousin);
        Camera? inScene = camera.Pose is CameraPose.AtNode at ? cousin.Twin.Cameras[Find(cousin, at.Node).Camera] : null;
        return new(camera.Name, ImageScale.Of(camera, inScene, projection ?? CameraProjection.Pinhole), PoseOf(camera, cousin));
    }

    /// <summary>Where a scenario's camera is in a cousin and the way it looks, whatever its lens: to the world from OpenCV's camera frame.</summary>
    /// <param name="camera">With what the cousin draws for it.</param>
    /// <param name="cousin">At the instant.</param>
    /// <exception cref="ArgumentException">The pose names no camera of the scene.</exception>
    public static Matrix4x4d PoseOf(CameraSettings camera, SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(cousin);
        if (camera.Pose is CameraPose.LookAt pose)
        {
            CameraPose.LookAt from = camera.Motion.About(pose);
            return camera.Motion.Aside(CameraView.LookAt(from.From, from.Target));
        }

        return camera.Motion.Aside(Pose(cousin.NodeToWorld[Find(cousin, ((CameraPose.AtNode)camera.Pose).Node).Node]));
    }

    /// <summary>The scene's camera that carries a scenario's camera; null for one that stands still.</summary>
    public static string? CarrierOf(CameraSettings camera)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return (camera.Pose as CameraPose.AtNode)?.Node;
    }

    /// <summary>A camera where its carrier is in a cousin at some instant; as it is when nothing carries it.</summary>
    /// <param name="view">At some other instant.</param>
    /// <param name="carrier">A camera of the scene, or null.</param>
    /// <param name="cousin">At the instant.</param>
    /// <param name="motion">How the sample moves the camera beside its carrier.</param>
    /// <exception cref="ArgumentException">The scene has no such camera.</exception>
    public static CameraView Carried(CameraView view, string? carrier, SceneInstance cousin, CameraMotion motion)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(cousin);
        return carrier is null ? view : view with { CameraToWorld = motion.Aside(Pose(cousin.NodeToWorld[Find(cousin, carrier).Node])) };
    }

    private static (int Node, int Camera) Find(SceneInstance cousin, string name)
    {
        foreach ((string candidate, (int node, int index)) in SceneNames.Of(cousin.Twin).Cameras)
        {
            if (candidate == name)
            {
                return (node, index);
            }
        }

        throw new ArgumentException($"The scene has no camera '{name}'.", nameof(name));
    }

    // glTF cameras look along -Z with +Y up, ours along +Z with +Y down; a scale on the node has no meaning for a camera.
    private static Matrix4x4d Pose(Matrix4x4d nodeToWorld)
    {
        Vector3d forward = (-nodeToWorld.ColumnZ).Normalized();
        Vector3d right = Vector3d.Cross(forward, nodeToWorld.ColumnY).Normalized();
        return Matrix4x4d.FromAxes(right, Vector3d.Cross(forward, right), forward, nodeToWorld.Translation);
    }
}
