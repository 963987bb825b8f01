using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Motion;

/// <summary>
/// Moves the vertices of a primitive as glTF 2.0 defines it: morph targets by their weights, then linear blend skinning. The renderer's
/// kernel does the same on the device; this is its reference, and what boxes around objects are computed from.
/// </summary>
public static class Deformation
{
    /// <summary>Positions in the space of the node, metres.</summary>
    public static Vector3[] Positions(Primitive primitive, MeshPose pose)
    {
        ArgumentNullException.ThrowIfNull(primitive);
        ArgumentNullException.ThrowIfNull(pose);
        Vector3[] positions = Morphed(primitive.Positions, primitive, pose, target => target.Positions);
        if (primitive.Influences.Count == 0 || pose.Joints.Count == 0)
        {
            return positions;
        }

        var moved = new Vector3[positions.Length];
        for (int vertex = 0; vertex < moved.Length; vertex++)
        {
            moved[vertex] = Vector3.Transform(positions[vertex], Blend(primitive, pose, vertex));
        }

        return moved;
    }

    /// <summary>Unit normals in the space of the node.</summary>
    /// <param name="primitive">The primitive.</param>
    /// <param name="pose">What deforms it.</param>
    /// <param name="positions">What <see cref="Positions"/> gives: flat primitives take their normals from there.</param>
    public static Vector3[] Normals(Primitive primitive, MeshPose pose, Vector3[] positions)
    {
        ArgumentNullException.ThrowIfNull(primitive);
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(positions);
        Vector3[] normals = primitive.IsFlat ? FaceNormals(primitive, positions) : Morphed(primitive.Normals, primitive, pose, target => target.Normals);
        var moved = new Vector3[normals.Length];
        bool isSkinned = !primitive.IsFlat && primitive.Influences.Count > 0 && pose.Joints.Count > 0;
        for (int vertex = 0; vertex < moved.Length; vertex++)
        {
            moved[vertex] = Vector3.Normalize(isSkinned ? Covariant(normals[vertex], Blend(primitive, pose, vertex)) : normals[vertex]);
        }

        return moved;
    }

    /// <summary>Unit tangents and handedness in the space of the node; null where the primitive has none.</summary>
    public static Vector4[]? Tangents(Primitive primitive, MeshPose pose)
    {
        ArgumentNullException.ThrowIfNull(primitive);
        ArgumentNullException.ThrowIfNull(pose);
        if (primitive.Tangents is not { } given)
        {
            return null;
        }

        Vector3[] directions = Morphed(Array.ConvertAll(given, t => new Vector3(t.X, t.Y, t.Z)), primitive, pose, target => target.Tangents);
        bool isSkinned = primitive.Influences.Count > 0 && pose.Joints.Count > 0;
        return [.. directions.Select((direction, vertex) => new Vector4(
            Vector3.Normalize(isSkinned ? Vector3.TransformNormal(direction, Blend(primitive, pose, vertex)) : direction), given[vertex].W))];
    }

    private static Vector3[] Morphed(Vector3[] values, Primitive primitive, MeshPose pose, Func<MorphTarget, Vector3[]?> of)
    {
        Vector3[] moved = values;
        for (int i = 0; i < primitive.Targets.Count; i++)
        {
            if (pose.Weights[i] is var weight and not 0 && of(primitive.Targets[i]) is { } displacements)
            {
                moved = ReferenceEquals(moved, values) ? (Vector3[])values.Clone() : moved;
                for (int vertex = 0; vertex < moved.Length; vertex++)
                {
                    moved[vertex] += weight * displacements[vertex];
                }
            }
        }

        return moved;
    }

    private static Matrix4x4 Blend(Primitive primitive, MeshPose pose, int vertex)
    {
        Matrix4x4 blended = default;
        float total = 0;
        foreach (VertexInfluences set in primitive.Influences)
        {
            (JointIndices joints, Vector4 weights) = (set.Joints[vertex], set.Weights[vertex]);
            blended += (pose.Joints[(int)joints.X] * weights.X) + (pose.Joints[(int)joints.Y] * weights.Y)
                + (pose.Joints[(int)joints.Z] * weights.Z) + (pose.Joints[(int)joints.W] * weights.W);
            total += Vector4.Dot(weights, Vector4.One);
        }

        // A vertex that nothing holds stays where it is.
        return total > 0 ? blended : Matrix4x4.Identity;
    }

    private static Vector3[] FaceNormals(Primitive primitive, Vector3[] p)
    {
        var normals = new Vector3[p.Length];
        for (int i = 0; i + 2 < primitive.Indices.Length; i += 3)
        {
            (uint a, uint b, uint c) = (primitive.Indices[i], primitive.Indices[i + 1], primitive.Indices[i + 2]);
            normals[a] = normals[b] = normals[c] = Vector3.Cross(p[b] - p[a], p[c] - p[a]);
        }

        return normals;
    }

    // The cofactors are the inverse transpose but for a positive factor, and exist where the inverse does not.
    private static Vector3 Covariant(Vector3 normal, in Matrix4x4 m)
    {
        Vector3 x = new(m.M11, m.M12, m.M13), y = new(m.M21, m.M22, m.M23), z = new(m.M31, m.M32, m.M33);
        Vector3 yz = Vector3.Cross(y, z);
        Vector3 moved = (normal.X * yz) + (normal.Y * Vector3.Cross(z, x)) + (normal.Z * Vector3.Cross(x, y));
        return Vector3.Dot(x, yz) < 0 ? -moved : moved;
    }
}
