using System.Globalization;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.Scenes.Cousins.Binding;

/// <summary>What cameras of the scenario name in the scene: the node that carries one, and what it must see.</summary>
internal static class CameraBinding
{
    public static void Check(CameraSettings camera, int index, SceneNames names, BindingErrors errors)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"cameras[{index}]");
        CheckTarget(camera, path, [.. names.Objects.Select(thing => thing.Name)], errors);
        if (camera.Pose is CameraPose.AtNode { Node.Length: > 0 } pose)
        {
            CheckNode(path, pose, [.. names.Cameras.Select(c => c.Name)], errors);
        }
    }

    private static void CheckTarget(CameraSettings camera, string path, string[] objects, BindingErrors errors)
    {
        if (camera.Validity is { Target: { } target } validity && !Array.Exists(objects, name => GlobPattern.Matches(target, name)))
        {
            errors.AddNoMatch(validity.TargetPosition, $"{path}.valid.target", "object of the scene", target, objects, right => $"target: \"{right}\"");
        }
    }

    private static void CheckNode(string path, CameraPose.AtNode pose, string[] cameras, BindingErrors errors)
    {
        if (Array.IndexOf(cameras, pose.Node) < 0)
        {
            errors.AddNoMatch(pose.Position, $"{path}.pose", "camera of the scene", pose.Node, cameras, right => $"pose: {right}", "{ from: [x, y, z], look_at: [x, y, z] }");
        }
    }
}
