using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf.Meshes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;

namespace SensorSim.Scenes.Composition;

/// <summary>
/// Gives surfaces what a material with textures needs and their own material did not: texture coordinates, in metres by the side of a box that they face most,
/// and tangents.
/// </summary>
internal static class TextureCoordinates
{
    /// <param name="scene">Its meshes.</param>
    /// <param name="materials">Names of the materials whose surfaces may get another; surfaces of others stay as they are.</param>
    public static Scene Complete(Scene scene, IReadOnlyList<string> materials)
    {
        SceneNames names = SceneNames.Of(scene);
        var slots = materials.Select(names.IndexOfMaterial).Where(slot => slot >= 0).ToHashSet();
        double[] scales = ScalesOf(scene);
        return scene with { Meshes = [.. scene.Meshes.Select((mesh, i) => mesh with { Primitives = [.. mesh.Primitives.Select(p => IsReplaced(p) ? Complete(p, scales[i]) : p)] })] };

        // What deforms keeps its vertices: morph targets and influences are by vertex.
        bool IsReplaced(Primitive primitive) => primitive.Material is { } slot && slots.Contains(slot) && !primitive.IsDeformable;
    }

    // Metres for one unit of each mesh, as the first node has it that shows it.
    private static double[] ScalesOf(Scene scene)
    {
        Matrix4x4d[] world = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
        double[] scales = [.. Enumerable.Repeat(1.0, scene.Meshes.Count)];
        foreach ((int node, Node placed) in scene.Nodes.Index().Reverse().Where(item => item.Item.Mesh is not null))
        {
            scales[placed.Mesh!.Value] = Math.Cbrt(Math.Abs(world[node].Determinant3x3));
        }

        return scales;
    }

    private static Primitive Complete(Primitive primitive, double metresPerUnit)
    {
        if (primitive is { TexCoords0: not null, Tangents: not null })
        {
            return primitive;
        }

        (VertexArrays vertices, uint[] indices) = (new(primitive.Positions, primitive.Normals, null, primitive.TexCoords0, primitive.TexCoords1, primitive.Colors), primitive.Indices);
        if (vertices.TexCoords0 is null)
        {
            (vertices, indices) = BoxMapped(vertices, indices, (float)metresPerUnit);
        }

        (vertices, indices) = TangentGenerator.Generate(vertices, indices, texCoord: 0);
        return new(vertices.Positions, vertices.Normals!, vertices.Tangents, vertices.TexCoords0, vertices.TexCoords1, vertices.Colors, indices, primitive.Material)
        {
            IsFlat = primitive.IsFlat,
            VariantMaterials = primitive.VariantMaterials,
        };
    }

    // A vertex between triangles that face different sides becomes one for each side.
    private static (VertexArrays Vertices, uint[] Indices) BoxMapped(VertexArrays vertices, uint[] indices, float scale)
    {
        var places = new Dictionary<(uint Vertex, int Side), uint>();
        var sources = new List<uint>();
        var coordinates = new List<Vector2>();
        uint[] mapped = new uint[indices.Length];
        for (int corner = 0; corner < indices.Length; corner++)
        {
            int side = SideOf(vertices.Positions, indices.AsSpan(corner - (corner % 3), 3));
            uint vertex = indices[corner];
            if (!places.TryGetValue((vertex, side), out mapped[corner]))
            {
                mapped[corner] = (uint)sources.Count;
                places.Add((vertex, side), mapped[corner]);
                sources.Add(vertex);
                coordinates.Add(scale * On(side, vertices.Positions[vertex]));
            }
        }

        return (vertices.Select([.. sources]) with { TexCoords0 = [.. coordinates] }, mapped);
    }

    // 0 to 2 for x, y, z, and 3 more for the side that faces down the axis.
    private static int SideOf(Vector3[] positions, ReadOnlySpan<uint> triangle)
    {
        Vector3 normal = Vector3.Cross(positions[triangle[1]] - positions[triangle[0]], positions[triangle[2]] - positions[triangle[0]]);
        Vector3 size = Vector3.Abs(normal);
        int axis = size.X >= size.Y && size.X >= size.Z ? 0 : size.Y >= size.Z ? 1 : 2;
        return normal[axis] < 0 ? axis + 3 : axis;
    }

    // Seen from outside u leads right and v down.
    private static Vector2 On(int side, Vector3 p) => side switch
    {
        0 => new(-p.Z, -p.Y),
        1 => new(p.X, p.Z),
        2 => new(p.X, -p.Y),
        3 => new(p.Z, -p.Y),
        4 => new(p.X, -p.Z),
        _ => new(-p.X, -p.Y),
    };
}
