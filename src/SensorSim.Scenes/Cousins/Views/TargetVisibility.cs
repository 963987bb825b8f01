using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Views;

/// <summary>How much of some objects a camera sees, from rays to points on their surfaces.</summary>
/// <param name="trees">The twin's meshes.</param>
public sealed class TargetVisibility(MeshTrees trees)
{
    /// <summary>How far in front of a point something must be to hide it, of its distance: what the point itself lies on does not.</summary>
    private const double Tolerance = 1e-6;

    private readonly Dictionary<int, (Vector3d Point, Vector3d Normal)[]> _points = [];

    /// <summary>
    /// The share of points that are in the image and not hidden by other objects, of all that face the camera; 0 where none does. Deformable meshes count
    /// as they lie undeformed.
    /// </summary>
    /// <param name="view">The camera.</param>
    /// <param name="targets">What it looks at; all together.</param>
    /// <param name="cousin">At the instant.</param>
    /// <param name="scene">The cousin's triangles.</param>
    public double ShareOf(CameraView view, IEnumerable<Instance> targets, SceneInstance cousin, TriangleScene scene)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(cousin);
        ArgumentNullException.ThrowIfNull(scene);
        Matrix4x4d toCamera = view.CameraToWorld.InverseAffine();
        int facing = 0, visible = 0;
        foreach (Instance target in targets)
        {
            Matrix4x4d toWorld = cousin.NodeToWorld[target.Node], toNode = toWorld.InverseAffine();
            Vector3d eye = toNode.TransformPoint(view.CameraToWorld.Translation);
            foreach ((Vector3d point, Vector3d normal) in PointsOf(target.Mesh))
            {
                if (Vector3d.Dot(eye - point, normal) <= 0)
                {
                    continue;
                }

                facing++;
                Vector3d world = toWorld.TransformPoint(point);
                visible += FieldOfView.Shows(view.Intrinsics, toCamera.TransformPoint(world)) && IsFree(view.CameraToWorld.Translation, world, target.Node, scene) ? 1 : 0;
            }
        }

        return facing == 0 ? 0 : visible / (double)facing;
    }

    private (Vector3d Point, Vector3d Normal)[] PointsOf(int mesh)
    {
        lock (_points)
        {
            return _points.TryGetValue(mesh, out (Vector3d, Vector3d)[]? points) ? points : _points[mesh] = SurfacePoints.Of(trees[mesh]);
        }
    }

    private static bool IsFree(Vector3d eye, Vector3d point, int node, TriangleScene scene) => scene.Nearest(eye, point - eye, 1 - Tolerance, ignored: node) is null;
}
