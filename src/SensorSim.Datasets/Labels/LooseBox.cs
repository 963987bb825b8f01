using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// The 2D box around an object's projected 3D box, bent as a lens bends it. Coordinates are those of the intrinsics: an integer is
/// a pixel's centre, so the image spans -0.5 to W - 0.5 and the box is clipped to that; a tight box [c, r, n, m], which
/// counts pixels, covers c - 0.5 to c + n - 0.5 in the same coordinates.
/// </summary>
public static class LooseBox
{
    /// <summary>Edges are cut this far in front of the camera; a box around the camera then fills the image.</summary>
    public const double NearMetres = 1e-4;

    /// <summary>[x, y, width, height] in pixels, or null when nothing of the box falls inside the image.</summary>
    /// <param name="bounds">The object's own-axes box.</param>
    /// <param name="objectToCamera">Affine transform into the OpenCV camera frame.</param>
    /// <param name="camera">Projection.</param>
    public static double[]? Of(in LocalBounds bounds, in Matrix4x4d objectToCamera, CameraIntrinsics camera)
    {
        ArgumentNullException.ThrowIfNull(camera);
        if (!camera.Projection.KeepsLines)
        {
            var bent = new BentBox(bounds, objectToCamera, camera);
            return bent.IsAroundCamera ? [-0.5, -0.5, camera.Width, camera.Height] : Clip(camera, bent.Left, bent.Top, bent.Right, bent.Bottom);
        }

        Span<Vector3d> corners = stackalloc Vector3d[8];
        for (int i = 0; i < 8; i++)
            corners[i] = objectToCamera.TransformPoint(bounds.Corner(i));
        double left = double.PositiveInfinity, top = left, right = double.NegativeInfinity, bottom = right;
        for (int from = 0; from < 8; from++)
        {
            Include(corners[from], camera, ref left, ref top, ref right, ref bottom);
            for (int bit = 1; bit < 8; bit <<= 1)
            {
                if ((from & bit) == 0)
                    IncludeEdge(corners[from], corners[from | bit], camera, ref left, ref top, ref right, ref bottom);
            }
        }

        return Clip(camera, left, top, right, bottom);
    }

    private static void IncludeEdge(Vector3d from, Vector3d to, CameraIntrinsics camera, ref double left, ref double top, ref double right, ref double bottom)
    {
        if (NearCrossing(from, to) is { } crossing)
            Include(crossing, camera, ref left, ref top, ref right, ref bottom);
    }

    private static Vector3d? NearCrossing(Vector3d a, Vector3d b)
    {
        if (a.Z < NearMetres == b.Z < NearMetres)
            return null;
        Vector3d crossing = a + (((NearMetres - a.Z) / (b.Z - a.Z)) * (b - a));
        return crossing with { Z = NearMetres };
    }

    private static void Include(Vector3d p, CameraIntrinsics camera, ref double left, ref double top, ref double right, ref double bottom)
    {
        if (p.Z < NearMetres || camera.Project(p) is not { } place)
            return;
        (left, right) = (Math.Min(left, place.X), Math.Max(right, place.X));
        (top, bottom) = (Math.Min(top, place.Y), Math.Max(bottom, place.Y));
    }

    private static double[]? Clip(CameraIntrinsics camera, double left, double top, double right, double bottom)
    {
        (left, right) = (Math.Max(left, -0.5), Math.Min(right, camera.Width - 0.5));
        (top, bottom) = (Math.Max(top, -0.5), Math.Min(bottom, camera.Height - 0.5));
        return right >= left && bottom >= top ? [left, top, right - left, bottom - top] : null;
    }
}
