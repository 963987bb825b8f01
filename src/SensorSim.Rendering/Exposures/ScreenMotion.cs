using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Rendering.Exposures;

/// <summary>How far things move across an image, and how near and far they are: from the corners of their boxes and the joints of their skins.</summary>
internal static class ScreenMotion
{
    /// <summary>Largest way of a point between two instants, pixels; 0 when nothing in the image has moved.</summary>
    public static double Pixels(SceneInstance before, CameraView cameraBefore, SceneInstance after, CameraView cameraAfter)
    {
        if (ReferenceEquals(before.NodeToWorld, after.NodeToWorld) && cameraBefore.CameraToWorld == cameraAfter.CameraToWorld)
        {
            return 0;
        }

        double largest = 0;
        foreach (int node in Drawn(before.Twin))
        {
            List<Vector3d> first = PointsOf(before, cameraBefore, node), second = PointsOf(after, cameraAfter, node);
            if (IsSeen(first, cameraBefore.Intrinsics) || IsSeen(second, cameraAfter.Intrinsics))
            {
                largest = Math.Max(largest, Way(first, second, cameraBefore.Intrinsics));
            }
        }

        return largest;
    }

    /// <summary>Nearest and farthest depth of what is in the image, metres; equal to each other and infinite when nothing is.</summary>
    public static (double Nearest, double Farthest) Depths(SceneInstance instance, CameraView camera)
    {
        double[] depths = [.. Drawn(instance.Twin)
            .Select(node => PointsOf(instance, camera, node))
            .Where(points => IsSeen(points, camera.Intrinsics))
            .SelectMany(points => points)
            .Select(point => Math.Max(Distance(point, camera.Intrinsics), ViewPlan.Near))];
        return depths.Length == 0 ? (double.PositiveInfinity, double.PositiveInfinity) : (depths.Min(), depths.Max());
    }

    private static IEnumerable<int> Drawn(Scene scene) => Enumerable.Range(0, scene.Nodes.Count).Where(node => scene.Nodes[node] is { Mesh: not null, InScene: true });

    // In the camera frame.
    private static List<Vector3d> PointsOf(SceneInstance instance, CameraView camera, int node)
    {
        Scene scene = instance.Twin;
        Matrix4x4d worldToCamera = camera.CameraToWorld.InverseAffine();
        Twin.Bounds? bounds = instance.DeformedMeshes.TryGetValue(node, out DeformedMesh? deformed)
            ? Twin.Bounds.Of(deformed.Min, deformed.Max)
            : instance.MeshOf(node) is { } mesh ? Twin.Bounds.Of(scene.Meshes[mesh]) : null;
        if (bounds is not { } box)
        {
            return [];
        }

        var points = new Vector3d[8];
        box.Corners(worldToCamera * instance.NodeToWorld[node], points);
        IEnumerable<Vector3d> joints = scene.Nodes[node].Skin is int skin
            ? scene.Skins[skin].Joints.Select(joint => worldToCamera.TransformPoint(instance.NodeToWorld[joint].Translation))
            : [];
        return [.. points, .. joints];
    }

    private static bool IsSeen(List<Vector3d> points, CameraIntrinsics camera) => points.Count > 0
        && ScreenRectangle.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points), camera, ViewPlan.Near) is { } rectangle
        && !rectangle.Within(0, 0, camera.Width, camera.Height).IsEmpty;

    // As the lens focuses: along the axis, but of a lens that bends lines along the ray.
    private static double Distance(in Vector3d point, CameraIntrinsics camera) => camera.Projection.KeepsLines ? point.Z : point.Length;

    private static double Way(List<Vector3d> before, List<Vector3d> after, CameraIntrinsics camera)
    {
        double largest = 0;
        foreach ((Vector3d a, Vector3d b) in before.Zip(after))
        {
            if (camera.Project(a) is { } from && camera.Project(b) is { } to && Math.Min(Distance(a, camera), Distance(b, camera)) > ViewPlan.Near)
            {
                double x = from.X - to.X, y = from.Y - to.Y;
                largest = Math.Max(largest, Math.Sqrt((x * x) + (y * y)));
            }
        }

        return largest;
    }
}
