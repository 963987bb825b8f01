using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// Where an object's named points are seen. A point inside the image is hidden when the surface at its pixel is nearer than the point: by more
/// than 1 % of the point's distance, or, where that surface is the object's own, by more than 10 % of the diagonal of the object's box, because
/// joints lie inside the body.
/// </summary>
/// <param name="instancePlane">One channel of 16 bits.</param>
/// <param name="rangePlane">Metres from the camera's centre, float32, 0 where nothing is.</param>
/// <param name="view">The camera at the instant of the labels.</param>
public sealed class KeypointLabels(PixelPlane instancePlane, PixelPlane rangePlane, CameraView view)
{
    /// <summary>Share of the distance by which another surface must be nearer to hide a point.</summary>
    public const double DistanceTolerance = 0.01;

    /// <summary>Share of the box's diagonal by which the object's own surface must be nearer to hide a point.</summary>
    public const double OwnTolerance = 0.1;

    private readonly Matrix4x4d _worldToCamera = view.CameraToWorld.InverseAffine();

    /// <summary>The record's entries of one object.</summary>
    /// <param name="points">Its points.</param>
    /// <param name="instanceId">Its id.</param>
    /// <param name="diagonalMetres">Of its box, in the world.</param>
    public IReadOnlyList<KeypointRecord> Of(IEnumerable<LabelledKeypoint> points, int instanceId, double diagonalMetres)
    {
        ArgumentNullException.ThrowIfNull(points);
        return [.. points.Select(point => Of(point.Name, InCamera(point), instanceId, diagonalMetres) with { TimeS = point.TimeSeconds })];
    }

    private Vector3d InCamera(in LabelledKeypoint point) => (point.CameraToWorld?.InverseAffine() ?? _worldToCamera).TransformPoint(point.World);

    private KeypointRecord Of(string name, Vector3d p, int instanceId, double diagonalMetres)
    {
        double[] position = [p.X, p.Y, p.Z];
        if (view.Intrinsics.Project(p) is not (double x, double y))
            return new(name, position, null, KeypointRecord.Outside);
        (double column, double row) = (Math.Floor(x + 0.5), Math.Floor(y + 0.5));
        bool isInside = column >= 0 && column < instancePlane.Width && row >= 0 && row < instancePlane.Height;
        int visibility = !isInside ? KeypointRecord.Outside
            : IsHidden(((int)row * instancePlane.Width) + (int)column, DistanceTo(p), instanceId, diagonalMetres) ? KeypointRecord.Hidden
            : KeypointRecord.Visible;
        return new(name, position, [x, y], visibility);
    }

    // As the range image measures: along the ray.
    private double DistanceTo(in Vector3d p) => view.Intrinsics.Projection == CameraProjection.Orthographic ? p.Z : p.Length;

    private bool IsHidden(int pixel, double distance, int instanceId, double diagonalMetres)
    {
        int seen = MemoryMarshal.Cast<byte, ushort>(instancePlane.Bytes.Span)[pixel];
        double range = MemoryMarshal.Cast<byte, float>(rangePlane.Bytes.Span)[pixel];
        double tolerance = Math.Max(DistanceTolerance * distance, seen == instanceId ? OwnTolerance * diagonalMetres : 0);
        return seen != 0 && range < distance - tolerance;
    }
}
