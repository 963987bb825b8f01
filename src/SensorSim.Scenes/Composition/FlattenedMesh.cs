using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>All that a scene shows as one mesh in world coordinates, for an object that is made of several nodes.</summary>
public static class FlattenedMesh
{
    /// <exception cref="CompositionException">The scene shows nothing, or something that deforms.</exception>
    public static Mesh Of(Scene scene, string name)
    {
        Matrix4x4d[] world = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
        var primitives = new List<Primitive>();
        foreach ((int index, Node node) in scene.Nodes.Index().Where(node => node.Item is { Mesh: not null, InScene: true }))
        {
            primitives.AddRange(Rigid(scene, node, name).Primitives.Where(primitive => primitive.Indices.Length > 0).Select(primitive => Placed(primitive, world[index])));
        }

        return primitives.Count > 0 ? new(name, primitives) : throw new CompositionException($"'{name}' shows no mesh.");
    }

    /// <summary>The mesh of a node.</summary>
    /// <exception cref="CompositionException">It deforms.</exception>
    internal static Mesh Rigid(Scene scene, Node node, string name)
    {
        Mesh mesh = scene.Meshes[node.Mesh!.Value];
        return !mesh.IsDeformable && node.Skin is null ? mesh
            : throw new CompositionException($"'{name}' has a mesh that deforms ('{node.Name ?? mesh.Name}'); an object that is added keeps its shape: bake its pose into the mesh.");
    }

    private static Primitive Placed(Primitive primitive, Matrix4x4d toWorld)
    {
        if (toWorld == Matrix4x4d.Identity)
        {
            return primitive;
        }

        bool isMirrored = toWorld.Determinant3x3 < 0;
        Matrix4x4d normals = NormalsOf(toWorld);
        return new(
            [.. primitive.Positions.Select(position => Narrow(toWorld.TransformPoint(Wide(position))))],
            [.. primitive.Normals.Select(normal => Direction(normals, normal))],
            primitive.Tangents is null ? null : [.. primitive.Tangents.Select(tangent => new Vector4(Direction(toWorld, new(tangent.X, tangent.Y, tangent.Z)), isMirrored ? -tangent.W : tangent.W))],
            primitive.TexCoords0,
            primitive.TexCoords1,
            primitive.Colors,
            isMirrored ? Turned(primitive.Indices) : primitive.Indices,
            primitive.Material)
        {
            IsFlat = primitive.IsFlat,
        };
    }

    // The inverse transposed: normals stay at right angles to what is scaled unevenly.
    private static Matrix4x4d NormalsOf(Matrix4x4d m)
    {
        double sign = Math.Sign(m.Determinant3x3);
        return Matrix4x4d.FromAxes(
            sign * Vector3d.Cross(m.ColumnY, m.ColumnZ), sign * Vector3d.Cross(m.ColumnZ, m.ColumnX), sign * Vector3d.Cross(m.ColumnX, m.ColumnY), Vector3d.Zero);
    }

    private static Vector3 Direction(Matrix4x4d m, Vector3 direction)
    {
        Vector3d turned = (direction.X * m.ColumnX) + (direction.Y * m.ColumnY) + (direction.Z * m.ColumnZ);
        return turned.Length > 0 ? Narrow(turned.Normalized()) : direction;
    }

    private static uint[] Turned(uint[] indices)
    {
        uint[] turned = [.. indices];
        for (int i = 0; i + 2 < turned.Length; i += 3)
        {
            (turned[i + 1], turned[i + 2]) = (turned[i + 2], turned[i + 1]);
        }

        return turned;
    }

    private static Vector3d Wide(Vector3 v) => new(v.X, v.Y, v.Z);

    private static Vector3 Narrow(Vector3d v) => new((float)v.X, (float)v.Y, (float)v.Z);
}
