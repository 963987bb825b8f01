using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// Fits cascades to the slices of a view's frustum: spheres around slices, so that turning the camera changes no size, moved in steps of their
/// texels, so that moving it changes no texel. A slice whose pixels are coarser than the texels of the map of the whole scene has none, so that a
/// scene that is small in its view has one map.
/// </summary>
internal static class CascadeFit
{
    /// <summary>Of the practical split scheme (Zhang et al. 2006): 1 is logarithmic, 0 uniform.</summary>
    private const double Logarithmic = 0.9;

    /// <summary>Texels of the whole map may be so many pixels wide.</summary>
    private const double CoarsestTexel = 1.5;

    /// <summary>Depths before the farthest one's share are left to the first slice.</summary>
    private const double NearestShare = 1.0 / 256;

    /// <summary>A cascade is at least so much finer than the whole map.</summary>
    private const double LeastScale = 1.4;

    /// <summary>Nearest and farthest depth that a view's objects may have; null when it sees nothing.</summary>
    public static (double Near, double Far)? DepthsOf(ViewPlan view, GpuScene scene, SceneInstance instance)
    {
        double near = double.PositiveInfinity, far = 0, narrowest = NarrowestCosine(view.Request.Whole.Intrinsics);
        Span<Vector3d> corners = stackalloc Vector3d[8];
        foreach (int index in view.ObjectsOfWhole.Select(o => o.Index))
        {
            Bounds bounds = scene.BoundsOf(index, instance)!.Value;
            Matrix4x4d pose = view.WorldToCamera * instance.NodeToWorld[scene.Instances[index].Node];
            bounds.Corners(pose, corners);
            double nearest = double.PositiveInfinity;
            foreach (Vector3d corner in corners)
            {
                (nearest, far) = (Math.Min(nearest, corner.Z), Math.Max(far, corner.Z));
            }

            near = Math.Min(near, nearest > 0 || pose.Determinant3x3 == 0 ? nearest : narrowest * DistanceTo(bounds, pose));
        }

        return far > 0 ? (Quantized(Math.Clamp(near, far * NearestShare, far), Math.Floor), Quantized(far, Math.Ceiling)) : null;
    }

    /// <param name="frame">A parallel lamp's.</param>
    /// <param name="camera">The view's.</param>
    /// <param name="depths">Nearest and farthest depth of what it sees.</param>
    /// <param name="side">Texels along one side of a map.</param>
    /// <returns>The coarsest first.</returns>
    public static IReadOnlyList<Cascade> Of(ShadowFrame frame, CameraView camera, (double Near, double Far) depths, int side)
    {
        var cascades = new List<Cascade>();
        Matrix4x4d cameraToMap = frame.WorldToMap * camera.CameraToWorld;
        double extent = frame.TexelSize * side, footprint = 1 / Math.Max(camera.Intrinsics.Fx, camera.Intrinsics.Fy);
        for (int slice = Cascade.Most - 1; slice >= 0; slice--)
        {
            double near = SplitAt(slice, depths), far = SplitAt(slice + 1, depths);
            if (frame.TexelSize > CoarsestTexel * Spread(camera.Intrinsics, near) * footprint && Around(camera.Intrinsics, near, far) is var (centre, radius) && extent > LeastScale * 2 * radius)
            {
                double width = Math.Pow(2, Math.Ceiling(4 * Math.Log2(2 * radius / extent)) / 4);
                Vector3d middle = cameraToMap.TransformPoint(centre);
                cascades.Add(new(1 / width, -Snapped(middle.X, width, side), -Snapped(middle.Y, width, side)));
            }
        }

        return cascades;
    }

    // Where the part begins, in parts of its own width.
    private static double Snapped(double middle, double width, int side) => Math.Round(((middle / width) - 0.5) * side) / side;

    private static double SplitAt(int slice, (double Near, double Far) depths)
    {
        double share = (double)slice / Cascade.Most;
        double logarithmic = depths.Near * Math.Pow(depths.Far / depths.Near, share), uniform = depths.Near + ((depths.Far - depths.Near) * share);
        return (Logarithmic * logarithmic) + ((1 - Logarithmic) * uniform);
    }

    // The smallest sphere with its centre on the axis of view that holds the corners of a slice.
    private static (Vector3d Centre, double Radius) Around(CameraIntrinsics camera, double near, double far)
    {
        double slope = Math.Sqrt(Square(Math.Max(camera.Cx + 0.5, camera.Width - camera.Cx) / camera.Fx) + Square(Math.Max(camera.Cy + 0.5, camera.Height - camera.Cy) / camera.Fy));
        double middle = IsParallel(camera) ? 0.5 * (near + far) : Math.Min(0.5 * (near + far) * (1 + (slope * slope)), far);
        double radius = Math.Sqrt(Math.Max(Square(far - middle) + Square(Spread(camera, far) * slope), Square(middle - near) + Square(Spread(camera, near) * slope)));
        return (new(0, 0, middle), radius);
    }

    private static bool IsParallel(CameraIntrinsics camera) => camera.Projection == CameraProjection.Orthographic;

    // How wide one unit of the image plane is at a depth.
    private static double Spread(CameraIntrinsics camera, double depth) => IsParallel(camera) ? 1 : depth;

    private static double NarrowestCosine(CameraIntrinsics camera) => IsParallel(camera) ? 1
        : 1 / Math.Sqrt(1 + Square(camera.Width / camera.Fx) + Square(camera.Height / camera.Fy));

    private static double DistanceTo(in Bounds bounds, in Matrix4x4d pose)
    {
        Vector3d eye = pose.InverseAffine().Translation;
        return pose.TransformPoint(Vector3d.Min(Vector3d.Max(eye, bounds.Min), bounds.Max)).Length;
    }

    private static double Quantized(double depth, Func<double, double> round) => Math.Pow(2, round(2 * Math.Log2(depth)) / 2);

    private static double Square(double x) => x * x;
}
