using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Rendering.Exposures;

/// <summary>Where objects lie before a camera at one instant.</summary>
internal sealed record ScreenPlacement(SceneInstance Instance, CameraView Camera)
{
    private readonly Matrix4x4d _worldToCamera = Camera.CameraToWorld.InverseAffine();

    /// <summary>From a node's frame to the camera's.</summary>
    public Matrix4x4d ToCamera(int node) => _worldToCamera * Instance.NodeToWorld[node];

    /// <summary>Whether a node's mesh may change shape.</summary>
    public bool Bends(int node) => Instance.Twin.Nodes[node].Skin is not null || Instance.DeformedMeshes.ContainsKey(node);

    /// <summary>Corners of the node's box and joints of its skin, in the camera frame, metres; none of a node that shows no mesh.</summary>
    public List<Vector3d> PointsOf(int node)
    {
        if (BoundsOf(node) is not { } box)
        {
            return [];
        }

        var points = new Vector3d[8];
        box.Corners(ToCamera(node), points);
        Scene scene = Instance.Twin;
        IEnumerable<Vector3d> joints = scene.Nodes[node].Skin is int skin
            ? scene.Skins[skin].Joints.Select(joint => _worldToCamera.TransformPoint(Instance.NodeToWorld[joint].Translation))
            : [];
        return [.. points, .. joints];
    }

    /// <summary>The node's box; null of one that shows no mesh, or is flat by its scale.</summary>
    public BoxRay? BoxOf(int node) => BoundsOf(node) is { } box && ToCamera(node) is { Determinant3x3: not 0 } toCamera ? new(box, toCamera) : null;

    private Bounds? BoundsOf(int node)
    {
        if (Instance.DeformedMeshes.TryGetValue(node, out DeformedMesh? deformed))
        {
            return Bounds.Of(deformed.Min, deformed.Max);
        }

        return Instance.MeshOf(node) is { } mesh ? Bounds.Of(Instance.Twin.Meshes[mesh]) : null;
    }
}
