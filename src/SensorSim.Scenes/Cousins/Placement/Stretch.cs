using SensorSim.Geometry;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>A transform without its shift as a turn after a stretch.</summary>
/// <param name="Turn">What remains when the axes are made square and of unit length, X first.</param>
/// <param name="Remainder">Scale, shear and mirror, to twelve digits: how an object is turned does not change what it is.</param>
internal readonly record struct Stretch(Quaterniond Turn, Matrix4x4d Remainder)
{
    public static Stretch Of(Matrix4x4d transform)
    {
        Vector3d x = transform.ColumnX.Normalized(), z = Vector3d.Cross(x, transform.ColumnY).Normalized(), y = Vector3d.Cross(z, x);
        Matrix4x4d back = Matrix4x4d.FromAxes(x, y, z, Vector3d.Zero).InverseAffine(), linear = Matrix4x4d.FromAxes(transform.ColumnX, transform.ColumnY, transform.ColumnZ, Vector3d.Zero);
        return new(TurnOf(x, y, z), Rounded(back * linear));
    }

    /// <summary>A transform without its stretch.</summary>
    public static Pose PoseOf(Matrix4x4d transform) => new(transform.Translation, Of(transform).Turn);

    /// <summary>The transform without its last digits.</summary>
    public static Matrix4x4d Rounded(Matrix4x4d transform) => Matrix4x4d.FromRowMajor([.. transform.ToRowMajor().Select(n => Math.Round(n, 12))]);

    /// <summary>The turn that gives axes at right angles. Shepperd, "Quaternion from rotation matrix", 1978: by the largest component, so that no small one is divided by.</summary>
    public static Quaterniond TurnOf(Vector3d x, Vector3d y, Vector3d z)
    {
        double trace = x.X + y.Y + z.Z;
        Quaterniond q = trace >= Math.Max(x.X, Math.Max(y.Y, z.Z)) ? new(y.Z - z.Y, z.X - x.Z, x.Y - y.X, 1 + trace)
            : x.X >= y.Y && x.X >= z.Z ? new(1 + x.X - y.Y - z.Z, x.Y + y.X, z.X + x.Z, y.Z - z.Y)
            : y.Y >= z.Z ? new(x.Y + y.X, 1 + y.Y - x.X - z.Z, y.Z + z.Y, z.X - x.Z)
            : new(z.X + x.Z, y.Z + z.Y, 1 + z.Z - x.X - y.Y, x.Y - y.X);
        return q.Normalized();
    }
}
