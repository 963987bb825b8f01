using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// An object's own-axes box in the camera frame. Scale goes into the size, so that the rotation is a pure one
/// (orthonormal, determinant +1); with a mirroring transform the third axis is turned round, which leaves the box the
/// same. Under shear the axes are made square (Gram-Schmidt in the order X, Y, Z) and the size grown to hold the object.
/// </summary>
public static class Box3dInCamera
{
    private const double Degenerate = 1e-12;

    public static Box3d Of(in LocalBounds bounds, in Matrix4x4d objectToCamera)
    {
        Vector3d half = 0.5 * (bounds.Max - bounds.Min), center = objectToCamera.TransformPoint(bounds.Center);
        Vector3d x = FirstAxis(objectToCamera), y = SecondAxis(objectToCamera, x);
        Vector3d z = Vector3d.Cross(x, y);
        return new(
            [center.X, center.Y, center.Z],
            [Extent(x, half, objectToCamera), Extent(y, half, objectToCamera), Extent(z, half, objectToCamera)],
            [x.X, y.X, z.X, x.Y, y.Y, z.Y, x.Z, y.Z, z.Z]);
    }

    /// <summary>A flat object lacks a direction: it is what is square to the others.</summary>
    private static Vector3d FirstAxis(in Matrix4x4d m) => Unit(m.ColumnX)
        ?? Unit(Vector3d.Cross(m.ColumnY, m.ColumnZ))
        ?? ((Unit(m.ColumnY) ?? Unit(m.ColumnZ)) is { } only ? AnyNormalTo(only) : Vector3d.UnitX);

    private static Vector3d SecondAxis(in Matrix4x4d m, Vector3d x) => Unit(m.ColumnY - (Vector3d.Dot(m.ColumnY, x) * x))
        ?? Unit(Vector3d.Cross(m.ColumnZ, x))
        ?? AnyNormalTo(x);

    private static Vector3d? Unit(Vector3d v) => v.Length > Degenerate ? v.Normalized() : null;

    private static Vector3d AnyNormalTo(Vector3d x) =>
        Vector3d.Cross(x, Math.Abs(x.X) < 0.5 ? Vector3d.UnitX : Vector3d.UnitY).Normalized();

    /// <summary>The full width of the transformed box along a unit vector.</summary>
    private static double Extent(Vector3d axis, Vector3d half, in Matrix4x4d m) => 2 * (
        (half.X * Math.Abs(Vector3d.Dot(axis, m.ColumnX)))
        + (half.Y * Math.Abs(Vector3d.Dot(axis, m.ColumnY)))
        + (half.Z * Math.Abs(Vector3d.Dot(axis, m.ColumnZ))));
}
