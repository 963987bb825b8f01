using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// Where a lens shows a 3D box. Its outline is that of its edges, but where the lens ends, where a panorama's image is cut (behind the camera), and
/// where one direction is seen along a whole line: at a panorama's poles and opposite the axis of a fisheye.
/// </summary>
internal sealed class BentBox
{
    private const int PointsOfEdge = 64;
    private const int PointsOfFaceSide = 32;
    private const int PointsAround = 64;

    /// <summary>How far beside a line or a plane its two sides are looked at, radians.</summary>
    private const double Beside = 1e-9;

    private readonly CameraIntrinsics _camera;
    private readonly Vector3d[] _corners;
    private bool _isSeenWhole = true;

    /// <param name="bounds">The object's own-axes box.</param>
    /// <param name="objectToCamera">Affine transform into the OpenCV camera frame.</param>
    /// <param name="camera">With a lens.</param>
    public BentBox(LocalBounds bounds, Matrix4x4d objectToCamera, CameraIntrinsics camera)
    {
        _camera = camera;
        _corners = [.. Enumerable.Range(0, 8).Select(i => objectToCamera.TransformPoint(bounds.Corner(i)))];
        foreach ((int from, int bit) in Edges())
            IncludeEdge(_corners[from], _corners[from | bit]);
        if (!_isSeenWhole)
            IncludeFaces();
        Matrix4x4d cameraToObject = objectToCamera.InverseAffine();
        foreach (Vector3d axis in (Vector3d[])[Vector3d.UnitY, -Vector3d.UnitY, -Vector3d.UnitZ])
        {
            if (IsMet(bounds, cameraToObject, axis))
                IncludeAround(axis);
        }

        IsAroundCamera = Enumerable.Range(0, 3).All(i => IsMet(bounds, cameraToObject, Axis(i)) && IsMet(bounds, cameraToObject, -1 * Axis(i)));
    }

    public double Left { get; private set; } = double.PositiveInfinity;

    public double Top { get; private set; } = double.PositiveInfinity;

    public double Right { get; private set; } = double.NegativeInfinity;

    public double Bottom { get; private set; } = double.NegativeInfinity;

    /// <summary>Then it is seen everywhere.</summary>
    public bool IsAroundCamera { get; }

    private static IEnumerable<(int From, int Bit)> Edges() =>
        from corner in Enumerable.Range(0, 8) from bit in (int[])[1, 2, 4] where (corner & bit) == 0 select (corner, bit);

    private static Vector3d Axis(int index) => index == 0 ? Vector3d.UnitX : index == 1 ? Vector3d.UnitY : Vector3d.UnitZ;

    private void IncludeEdge(Vector3d from, Vector3d to)
    {
        for (int i = 0; i <= PointsOfEdge; i++)
            Include(from + ((double)i / PointsOfEdge * (to - from)));
        if (from.X < 0 == to.X < 0)
            return;
        Vector3d crossing = from + (from.X / (from.X - to.X) * (to - from));
        if (crossing.Z < 0)
        {
            Include(crossing with { X = Beside * crossing.Z });
            Include(crossing with { X = -Beside * crossing.Z });
        }
    }

    private void IncludeFaces()
    {
        for (int axis = 1; axis < 8; axis <<= 1)
        {
            int u = axis == 1 ? 2 : 1, v = axis == 4 ? 2 : 4;
            foreach (int corner in (int[])[0, axis])
            {
                for (int i = 1; i < PointsOfFaceSide * PointsOfFaceSide; i++)
                {
                    double alongU = (double)(i % PointsOfFaceSide) / PointsOfFaceSide, alongV = (double)(i / PointsOfFaceSide) / PointsOfFaceSide;
                    Include(_corners[corner] + (alongU * (_corners[corner | u] - _corners[corner])) + (alongV * (_corners[corner | v] - _corners[corner])));
                }
            }
        }
    }

    private void IncludeAround(Vector3d axis)
    {
        Vector3d across = Vector3d.UnitX, up = Vector3d.Cross(axis, across);
        for (int i = 0; i < PointsAround; i++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * (i + 0.5) / PointsAround);
            Include(axis + (Beside * ((cos * across) + (sin * up))));
        }

        // A panorama is cut between them, too.
        Include(axis + (Beside * ((1e-6 * across) - Vector3d.UnitZ)));
        Include(axis - (Beside * ((1e-6 * across) + Vector3d.UnitZ)));
    }

    // Whether a ray from the camera meets the box: slabs, in its own axes.
    private static bool IsMet(in LocalBounds bounds, in Matrix4x4d cameraToObject, in Vector3d direction)
    {
        Vector3d origin = cameraToObject.Translation, d = cameraToObject.TransformDirection(direction);
        (double enter, double leave) = (0, double.PositiveInfinity);
        foreach ((double from, double step, double min, double max) in ((double, double, double, double)[])
            [(origin.X, d.X, bounds.Min.X, bounds.Max.X), (origin.Y, d.Y, bounds.Min.Y, bounds.Max.Y), (origin.Z, d.Z, bounds.Min.Z, bounds.Max.Z)])
        {
            if (step == 0 && (from < min || from > max))
                return false;
            if (step != 0)
                (enter, leave) = (Math.Max(enter, Math.Min((min - from) / step, (max - from) / step)), Math.Min(leave, Math.Max((min - from) / step, (max - from) / step)));
        }

        return enter <= leave;
    }

    private void Include(Vector3d point)
    {
        if (_camera.Project(point) is not { } place)
        {
            _isSeenWhole = false;
            return;
        }

        (Left, Right) = (Math.Min(Left, place.X), Math.Max(Right, place.X));
        (Top, Bottom) = (Math.Min(Top, place.Y), Math.Max(Bottom, place.Y));
    }
}
