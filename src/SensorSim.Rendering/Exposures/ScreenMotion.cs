using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Exposures;

/// <summary>
/// How far things move across an image, and how near and far they are: from the corners of their boxes and the joints of their skins, and, of boxes
/// whose corners are not in the image, from what pixels show of them.
/// </summary>
internal static class ScreenMotion
{
    /// <summary>Pixels across what is seen of a box, and down it, that are followed.</summary>
    private const int PixelsAcross = 5;

    /// <summary>Share of the image's size within which points outside of it count as seen.</summary>
    private const double Margin = 0.25;

    /// <summary>Largest way of a point that is seen at one of two instants, pixels; 0 when nothing in the image has moved.</summary>
    public static double Pixels(SceneInstance before, CameraView cameraBefore, SceneInstance after, CameraView cameraAfter)
    {
        bool isCameraStill = cameraBefore.CameraToWorld == cameraAfter.CameraToWorld;
        if (ReferenceEquals(before.NodeToWorld, after.NodeToWorld) && isCameraStill)
        {
            return 0;
        }

        ScreenPlacement from = new(before, cameraBefore), to = new(after, cameraAfter);
        return Drawn(before.Twin)
            .Where(node => !isCameraStill || before.NodeToWorld[node] != after.NodeToWorld[node] || from.Bends(node))
            .Select(node => Way(node, from, to))
            .DefaultIfEmpty(0)
            .Max();
    }

    /// <summary>Nearest and farthest depth of what is in the image, metres; equal to each other and infinite when nothing is.</summary>
    public static (double Nearest, double Farthest) Depths(SceneInstance instance, CameraView camera)
    {
        var placement = new ScreenPlacement(instance, camera);
        double[] depths = [.. Drawn(instance.Twin)
            .Select(placement.PointsOf)
            .Where(points => RectangleOf(points, camera.Intrinsics) is { IsEmpty: false })
            .SelectMany(points => points)
            .Select(point => Math.Max(Distance(point, camera.Intrinsics), ViewPlan.Near))];
        return depths.Length == 0 ? (double.PositiveInfinity, double.PositiveInfinity) : (depths.Min(), depths.Max());
    }

    private static IEnumerable<int> Drawn(Scene scene) => Enumerable.Range(0, scene.Nodes.Count).Where(node => scene.Nodes[node] is { Mesh: not null, InScene: true });

    private static double Way(int node, ScreenPlacement before, ScreenPlacement after)
    {
        CameraIntrinsics camera = before.Camera.Intrinsics;
        List<Vector3d> first = before.PointsOf(node), second = after.PointsOf(node);
        PixelRectangle seenFirst = RectangleOf(first, camera), seenSecond = RectangleOf(second, camera);
        if (seenFirst.IsEmpty && seenSecond.IsEmpty)
        {
            return 0;
        }

        double corners = first.Zip(second, (a, b) => Way(a, b, camera)).Max();
        return Math.Max(corners, Math.Max(WayWithin(seenFirst, node, before, after), WayWithin(seenSecond, node, after, before)));
    }

    // Of a mesh that changes shape its box says nothing about the way of a point of it.
    private static double WayWithin(in PixelRectangle seen, int node, ScreenPlacement here, ScreenPlacement there)
    {
        if (seen.IsEmpty || here.Bends(node) || here.BoxOf(node) is not { } box)
        {
            return 0;
        }

        CameraIntrinsics camera = here.Camera.Intrinsics;
        Matrix4x4d toThere = there.ToCamera(node);
        double largest = 0;
        for (int i = 0; i < PixelsAcross * PixelsAcross; i++)
        {
            double x = seen.X + ((seen.Width - 1.0) * (i % PixelsAcross) / (PixelsAcross - 1)), y = seen.Y + ((seen.Height - 1.0) * (i / PixelsAcross) / (PixelsAcross - 1));
            if (box.Meets(camera, x, y) is { } point)
            {
                largest = Math.Max(largest, Way(box.ToCamera.TransformPoint(point), toThere.TransformPoint(point), camera));
            }
        }

        return largest;
    }

    // What of the image the points' box may fill.
    private static PixelRectangle RectangleOf(List<Vector3d> points, CameraIntrinsics camera) => points.Count > 0
        && ScreenRectangle.Of(CollectionsMarshal.AsSpan(points), camera, ViewPlan.Near) is { } rectangle
        ? rectangle.Within(0, 0, camera.Width, camera.Height)
        : default;

    // As the lens focuses: along the axis, but of a lens that bends lines along the ray.
    private static double Distance(in Vector3d point, CameraIntrinsics camera) => camera.Projection.KeepsLines ? point.Z : point.Length;

    private static double Way(in Vector3d before, in Vector3d after, CameraIntrinsics camera)
    {
        if (camera.Project(before) is not { } from || camera.Project(after) is not { } to
            || Math.Min(Distance(before, camera), Distance(after, camera)) <= ViewPlan.Near
            || !(IsNearImage(from, camera) || IsNearImage(to, camera)))
        {
            return 0;
        }

        double x = from.X - to.X, y = from.Y - to.Y, period = camera.Fx * (camera.Projection.HorizontalPeriod ?? 0);
        x -= period > 0 ? period * Math.Round(x / period) : 0; // a panorama goes on at its other side
        return Math.Sqrt((x * x) + (y * y));
    }

    private static bool IsNearImage(in ImagePoint place, CameraIntrinsics camera) =>
        place.X > -Margin * camera.Width && place.X < (1 + Margin) * camera.Width && place.Y > -Margin * camera.Height && place.Y < (1 + Margin) * camera.Height;
}
