using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf.Meshes;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>How an object is made.</summary>
/// <param name="Name">As the library knows it.</param>
/// <param name="Category">What it is.</param>
/// <param name="Size">Of its box, metres.</param>
/// <param name="Build">Puts it together, standing on y = 0.</param>
internal sealed record ObjectRecipe(string Name, string Category, Vector3 Size, Action<ObjectParts> Build)
{
    public LibraryObject Make()
    {
        var scene = new SceneBuilder();
        var mesh = new MeshBuilder();
        Build(new(scene, mesh));
        Mesh built = mesh.Build(Name);
        float minX = built.Primitives.Min(p => p.Bounds.Min.X), maxX = built.Primitives.Max(p => p.Bounds.Max.X);
        float minZ = built.Primitives.Min(p => p.Bounds.Min.Z), maxZ = built.Primitives.Max(p => p.Bounds.Max.Z);
        var middle = new Vector3((minX + maxX) / 2, 0, (minZ + maxZ) / 2);
        built = built with { Primitives = [.. built.Primitives.Select(p => Finished(p, middle))] };
        var node = new Node(Name, null, Matrix4x4d.Identity, 0, null, null, new JsonObject { ["category"] = Category }, InScene: true);
        return new(Name, Category, new(Size.X, Size.Y, Size.Z), scene.Build(Name) with { Nodes = [node], Meshes = [built] });
    }

    /// <summary>The primitive with its object's middle over the origin, and with tangents.</summary>
    private static Primitive Finished(Primitive p, Vector3 middle)
    {
        Vector3[] positions = Array.ConvertAll(p.Positions, position => position - middle);
        (VertexArrays vertices, uint[] indices) = TangentGenerator.Generate(new(positions, p.Normals, null, p.TexCoords0, null, null), p.Indices, 0);
        return new(vertices.Positions, vertices.Normals!, vertices.Tangents, vertices.TexCoords0, null, null, indices, p.Material);
    }
}
