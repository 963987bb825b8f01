using System.Numerics;

namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>Makes normals where there are none and mends those that are not unit vectors.</summary>
internal static class Normals
{
    /// <summary>Flat normals: every triangle gets three vertices of its own. Tangents of the file are dropped, as the specification demands.</summary>
    public static (VertexArrays Vertices, uint[] Indices) Flat(VertexArrays vertices, uint[] indices)
    {
        VertexArrays split = vertices.Select(indices) with { Tangents = null };
        var normals = new Vector3[indices.Length];
        for (int corner = 0; corner + 2 < indices.Length; corner += 3)
        {
            normals.AsSpan(corner, 3).Fill(Unit(Face(split.Positions, (uint)corner, (uint)corner + 1, (uint)corner + 2)));
        }

        return (split with { Normals = normals }, [.. Enumerable.Range(0, indices.Length).Select(i => (uint)i)]);
    }

    /// <summary>
    /// The same array when all are unit vectors. Otherwise a copy scaled to length 1, where a normal without a direction becomes the
    /// area-weighted mean of the triangles around it.
    /// </summary>
    /// <param name="normals">As in the file.</param>
    /// <param name="positions">Of the same vertices.</param>
    /// <param name="indices">Triangle list.</param>
    /// <param name="replaced">How many had no direction.</param>
    public static Vector3[] Mend(Vector3[] normals, Vector3[] positions, uint[] indices, out int replaced)
    {
        replaced = normals.Count(n => !HasDirection(n));
        if (replaced == 0 && Array.TrueForAll(normals, n => MathF.Abs(n.LengthSquared() - 1) < 1e-5f))
        {
            return normals;
        }

        Vector3[] faces = replaced > 0 ? FaceSums(positions, indices) : [];
        var mended = new Vector3[normals.Length];
        for (int i = 0; i < normals.Length; i++)
        {
            mended[i] = Unit(HasDirection(normals[i]) ? normals[i] : faces[i]);
        }

        return mended;
    }

    private static Vector3[] FaceSums(Vector3[] positions, uint[] indices)
    {
        var sums = new Vector3[positions.Length];
        for (int corner = 0; corner + 2 < indices.Length; corner += 3)
        {
            Vector3 face = Face(positions, indices[corner], indices[corner + 1], indices[corner + 2]);
            sums[indices[corner]] += face;
            sums[indices[corner + 1]] += face;
            sums[indices[corner + 2]] += face;
        }

        return sums;
    }

    private static Vector3 Face(Vector3[] p, uint a, uint b, uint c) => Vector3.Cross(p[b] - p[a], p[c] - p[a]);

    private static bool HasDirection(Vector3 v) => v.LengthSquared() is > 0 and < float.PositiveInfinity;

    // Scaled first, because the square of a millimetre-sized triangle's normal underflows.
    private static Vector3 Unit(Vector3 v)
    {
        float largest = MathF.Max(MathF.Abs(v.X), MathF.Max(MathF.Abs(v.Y), MathF.Abs(v.Z)));
        return largest is > 0 and < float.PositiveInfinity ? Vector3.Normalize(v / largest) : Vector3.UnitZ;
    }
}
