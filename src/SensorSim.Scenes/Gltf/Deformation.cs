using System.Numerics;

namespace SensorSim.Scenes.Gltf;

/// <summary>Puts vertices into their rest pose: morph targets by their default weights, then linear blend skinning.</summary>
internal static class Deformation
{
    /// <summary>Adds the weighted displacements of every target.</summary>
    public static VertexArrays Morph(VertexArrays vertices, JsonCursor primitive, double[] weights, AttributeReader attributes)
    {
        List<JsonCursor> targets = primitive.Items("targets");
        if (weights.Length != targets.Count)
        {
            throw primitive.Error($"the primitive has {targets.Count} morph targets and there are {weights.Length} weights; export the file again");
        }

        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] != 0)
            {
                vertices = Displace(vertices, targets[i], (float)weights[i], attributes);
            }
        }

        return Array.TrueForAll(vertices.Positions, p => float.IsFinite(p.X + p.Y + p.Z))
            ? vertices
            : throw primitive.Error("a morph target moves a vertex to infinity; export the file again");
    }

    /// <summary>Moves every vertex by the weighted mean of its joints.</summary>
    public static VertexArrays Skin(VertexArrays vertices, JsonCursor attributesAt, Matrix4x4[] joints, AttributeReader attributes)
    {
        var blended = new Matrix4x4[vertices.Count];
        var totals = new float[vertices.Count];
        foreach ((JointIndices[] indices, Vector4[] weights) in attributes.Influences(attributesAt, vertices.Count))
        {
            for (int v = 0; v < blended.Length; v++)
            {
                blended[v] += Blend(attributesAt, joints, indices[v], weights[v]);
                totals[v] += Vector4.Dot(weights[v], Vector4.One);
            }
        }

        for (int v = 0; v < blended.Length; v++)
        {
            blended[v] = totals[v] > 0 ? blended[v] * (1 / totals[v]) : Matrix4x4.Identity;
        }

        return Transform(vertices, blended, attributesAt);
    }

    private static VertexArrays Displace(VertexArrays vertices, JsonCursor target, float weight, AttributeReader attributes)
    {
        Vector3[] positions = Add(vertices.Positions, attributes.Displacements(target, "POSITION", vertices.Count), weight);
        Vector3[]? normals = vertices.Normals is null ? null : Add(vertices.Normals, attributes.Displacements(target, "NORMAL", vertices.Count), weight);
        Vector4[]? tangents = vertices.Tangents;
        if (tangents is not null && attributes.Displacements(target, "TANGENT", vertices.Count) is Vector3[] moved)
        {
            tangents = [.. tangents.Zip(moved, (t, d) => t + new Vector4(weight * d, 0))];
        }

        return vertices with { Positions = positions, Normals = normals, Tangents = tangents };
    }

    private static Vector3[] Add(Vector3[] values, Vector3[]? displacements, float weight) =>
        displacements is null ? values : [.. values.Zip(displacements, (v, d) => v + (weight * d))];

    private static Matrix4x4 Blend(JsonCursor at, Matrix4x4[] joints, JointIndices indices, Vector4 weights)
    {
        uint largest = Math.Max(Math.Max(indices.X, indices.Y), Math.Max(indices.Z, indices.W));
        return largest < joints.Length
            ? (joints[indices.X] * weights.X) + (joints[indices.Y] * weights.Y) + (joints[indices.Z] * weights.Z) + (joints[indices.W] * weights.W)
            : throw at.Error($"a vertex names joint {largest} and the skin has {joints.Length}; export the file again");
    }

    private static VertexArrays Transform(VertexArrays vertices, Matrix4x4[] matrices, JsonCursor at)
    {
        var positions = new Vector3[vertices.Count];
        Vector3[]? normals = vertices.Normals?.ToArray();
        Vector4[]? tangents = vertices.Tangents?.ToArray();
        for (int v = 0; v < positions.Length; v++)
        {
            Matrix4x4 matrix = matrices[v];
            positions[v] = Vector3.Transform(vertices.Positions[v], matrix);
            if (normals is not null && Matrix4x4.Invert(matrix, out Matrix4x4 inverse))
            {
                normals[v] = Vector3.TransformNormal(normals[v], Matrix4x4.Transpose(inverse with { M41 = 0, M42 = 0, M43 = 0 }));
            }

            if (tangents is not null)
            {
                var direction = Vector3.TransformNormal(new(tangents[v].X, tangents[v].Y, tangents[v].Z), matrix);
                tangents[v] = new(direction, tangents[v].W);
            }
        }

        return Array.TrueForAll(positions, p => float.IsFinite(p.X + p.Y + p.Z))
            ? vertices with { Positions = positions, Normals = normals, Tangents = tangents }
            : throw at.Error("the skin moves a vertex to infinity; export the file again");
    }
}
