using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads a node's transform, given as a matrix or as translation, rotation and scale.</summary>
internal static class NodeTransform
{
    /// <summary>The transform, and its parts unless it is given as a matrix.</summary>
    public static (Matrix4x4d Local, LocalPose? Pose) Read(JsonCursor node)
    {
        double[]? t = node.Numbers("translation", 3), r = node.Numbers("rotation", 4), s = node.Numbers("scale", 3);
        JsonCursor? matrix = node.Find("matrix");
        if (matrix is not null && (t ?? r ?? s) is not null)
        {
            throw node.Error("the node has both a matrix and translation, rotation or scale; keep one of them");
        }

        if (matrix is not null)
        {
            return (FromColumnMajor(matrix), null);
        }

        var pose = new LocalPose(
            t is null ? Vector3d.Zero : new(t[0], t[1], t[2]),
            r is null ? Quaterniond.Identity : Rotation(node.Get("rotation"), r),
            s is null ? new(1, 1, 1) : new(s[0], s[1], s[2]));
        return (pose.ToMatrix(), pose);
    }

    private static Quaterniond Rotation(JsonCursor at, double[] q)
    {
        double length = Math.Sqrt(q.Sum(c => c * c));
        return length > 0 && double.IsFinite(length)
            ? new Quaterniond(q[0], q[1], q[2], q[3]).Normalized()
            : throw at.Error("expected a quaternion (x, y, z, w) of length 1; correct the rotation");
    }

    private static Matrix4x4d FromColumnMajor(JsonCursor matrix)
    {
        double[] m = matrix.Numbers(16);
        return m[3] == 0 && m[7] == 0 && m[11] == 0 && m[15] == 1
            ? new(m[0], m[4], m[8], m[12], m[1], m[5], m[9], m[13], m[2], m[6], m[10], m[14], 0, 0, 0, 1)
            : throw matrix.Error("expected an affine transform: elements 3, 7, 11 are 0 and element 15 is 1; correct the matrix");
    }
}
