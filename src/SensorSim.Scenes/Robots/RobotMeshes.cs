using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Robots;

/// <summary>The meshes of a robot's scene, made of its model's shapes.</summary>
internal sealed class RobotMeshes(ArticulatedModel model, RobotMaterials materials)
{
    private readonly List<Mesh> _meshes = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<Mesh> All => _meshes;

    /// <summary>Adds one mesh of several shapes.</summary>
    /// <param name="name">Of the mesh.</param>
    /// <param name="shapes">What is in it; a primitive for each material.</param>
    /// <param name="place">Of a shape in the mesh.</param>
    /// <returns>Its index.</returns>
    public int Add(string name, IReadOnlyList<ModelShape> shapes, Func<ModelShape, Matrix4x4d> place)
    {
        Primitive[] primitives = [.. shapes.GroupBy(materials.Of).Select(group => Joined([.. group.Select(shape => (SurfaceOf(shape), place(shape)))], group.Key))];
        _meshes.Add(new(name, primitives));
        return _meshes.Count - 1;
    }

    private ShapeSurface SurfaceOf(ModelShape shape)
    {
        ShapeSurface plain = shape.Mesh is { } mesh ? CreasedNormals.Of(model.Meshes[mesh]) : ShapeSurfaces.Of(shape);
        return ShapeTexture.On(plain, shape, materials.MaterialOf(shape), materials.TextureOf(shape));
    }

    private static Primitive Joined(IReadOnlyList<(ShapeSurface Surface, Matrix4x4d Place)> parts, int material)
    {
        (List<Vector3> positions, List<Vector3> normals, List<Vector2> coordinates, List<uint> indices) = ([], [], [], []);
        bool hasCoordinates = parts.Any(part => part.Surface.TexCoords is not null);
        foreach ((ShapeSurface surface, Matrix4x4d place) in parts)
        {
            indices.AddRange(surface.Indices.Select(index => index + (uint)positions.Count));
            coordinates.AddRange(hasCoordinates ? surface.TexCoords ?? new Vector2[surface.Positions.Length] : []);
            positions.AddRange(surface.Positions.Select(p => Single(place.TransformPoint(new(p.X, p.Y, p.Z)))));
            normals.AddRange(surface.Normals.Select(n => Vector3.Normalize(Single(place.TransformPoint(new(n.X, n.Y, n.Z)) - place.Translation))));
        }

        return new([.. positions], [.. normals], null, hasCoordinates ? [.. coordinates] : null, null, null, [.. indices], material);
    }

    private static Vector3 Single(Vector3d v) => new((float)v.X, (float)v.Y, (float)v.Z);
}
