namespace SensorSim.Geometry;

/// <summary>
/// A double-precision affine or projective transform in the column-vector convention (p' = M p).
/// <c>Mrc</c> is row r, column c; the translation is the last column. Written to files as a row-major list of 16.
/// </summary>
public readonly record struct Matrix4x4d(
    double M11, double M12, double M13, double M14,
    double M21, double M22, double M23, double M24,
    double M31, double M32, double M33, double M34,
    double M41, double M42, double M43, double M44)
{
    public static Matrix4x4d Identity => new(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

    public Vector3d Translation => new(M14, M24, M34);

    public Vector3d ColumnX => new(M11, M21, M31);

    public Vector3d ColumnY => new(M12, M22, M32);

    public Vector3d ColumnZ => new(M13, M23, M33);

    /// <summary>Determinant of the upper-left 3x3: negative for a mirroring transform.</summary>
    public double Determinant3x3 => Vector3d.Dot(ColumnX, Vector3d.Cross(ColumnY, ColumnZ));

    public static Matrix4x4d operator *(Matrix4x4d a, Matrix4x4d b)
    {
        double[] left = a.ToRowMajor(), right = b.ToRowMajor(), product = new double[16];
        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double sum = 0;
                for (int k = 0; k < 4; k++)
                {
                    sum += left[(row * 4) + k] * right[(k * 4) + column];
                }

                product[(row * 4) + column] = sum;
            }
        }

        return FromRowMajor(product);
    }

    /// <summary>Builds a transform from its three axes (columns) and origin.</summary>
    public static Matrix4x4d FromAxes(Vector3d x, Vector3d y, Vector3d z, Vector3d origin) => new(
        x.X, y.X, z.X, origin.X,
        x.Y, y.Y, z.Y, origin.Y,
        x.Z, y.Z, z.Z, origin.Z,
        0, 0, 0, 1);

    public static Matrix4x4d FromTranslation(Vector3d t) => FromAxes(Vector3d.UnitX, Vector3d.UnitY, Vector3d.UnitZ, t);

    /// <summary>Translation · Rotation · Scale, glTF's node transform.</summary>
    public static Matrix4x4d FromTrs(Vector3d translation, Quaterniond rotation, Vector3d scale)
    {
        Quaterniond q = rotation.Normalized();
        double xx = q.X * q.X, yy = q.Y * q.Y, zz = q.Z * q.Z;
        double xy = q.X * q.Y, xz = q.X * q.Z, yz = q.Y * q.Z, wx = q.W * q.X, wy = q.W * q.Y, wz = q.W * q.Z;
        var x = new Vector3d(1 - (2 * (yy + zz)), 2 * (xy + wz), 2 * (xz - wy));
        var y = new Vector3d(2 * (xy - wz), 1 - (2 * (xx + zz)), 2 * (yz + wx));
        var z = new Vector3d(2 * (xz + wy), 2 * (yz - wx), 1 - (2 * (xx + yy)));
        return FromAxes(scale.X * x, scale.Y * y, scale.Z * z, translation);
    }

    /// <exception cref="ArgumentException">The list does not hold 16 numbers.</exception>
    public static Matrix4x4d FromRowMajor(IReadOnlyList<double> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        return m.Count == 16
            ? new(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11], m[12], m[13], m[14], m[15])
            : throw new ArgumentException($"A 4x4 matrix has 16 numbers, not {m.Count}.", nameof(m));
    }

    public double[] ToRowMajor() => [M11, M12, M13, M14, M21, M22, M23, M24, M31, M32, M33, M34, M41, M42, M43, M44];

    public Vector3d TransformPoint(Vector3d p) => new(
        (M11 * p.X) + (M12 * p.Y) + (M13 * p.Z) + M14,
        (M21 * p.X) + (M22 * p.Y) + (M23 * p.Z) + M24,
        (M31 * p.X) + (M32 * p.Y) + (M33 * p.Z) + M34);

    public Vector3d TransformDirection(Vector3d d) => new(
        (M11 * d.X) + (M12 * d.Y) + (M13 * d.Z),
        (M21 * d.X) + (M22 * d.Y) + (M23 * d.Z),
        (M31 * d.X) + (M32 * d.Y) + (M33 * d.Z));

    /// <summary>The inverse of an affine transform (last row 0 0 0 1).</summary>
    /// <exception cref="InvalidOperationException">The transform is singular.</exception>
    public Matrix4x4d InverseAffine()
    {
        double determinant = Determinant3x3;
        if (determinant == 0 || !double.IsFinite(determinant))
        {
            throw new InvalidOperationException("The transform is singular and has no inverse.");
        }

        Vector3d row1 = (1 / determinant) * Vector3d.Cross(ColumnY, ColumnZ);
        Vector3d row2 = (1 / determinant) * Vector3d.Cross(ColumnZ, ColumnX);
        Vector3d row3 = (1 / determinant) * Vector3d.Cross(ColumnX, ColumnY);
        Vector3d t = Translation;
        return new(
            row1.X, row1.Y, row1.Z, -Vector3d.Dot(row1, t),
            row2.X, row2.Y, row2.Z, -Vector3d.Dot(row2, t),
            row3.X, row3.Y, row3.Z, -Vector3d.Dot(row3, t),
            0, 0, 0, 1);
    }
}
