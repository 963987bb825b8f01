using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>Collects triangles, by material.</summary>
internal sealed class MeshBuilder
{
    private readonly OrderedDictionary<int, (List<Vertex> Vertices, List<uint> Indices)> _parts = [];

    /// <summary>Triangles over vertices of their own, counter-clockwise as seen from outside.</summary>
    public void Add(int material, Placement placement, ReadOnlySpan<Vertex> vertices, ReadOnlySpan<uint> indices)
    {
        if (!_parts.TryGetValue(material, out (List<Vertex> Vertices, List<uint> Indices) part))
        {
            part = ([], []);
            _parts.Add(material, part);
        }

        uint first = (uint)part.Vertices.Count;
        foreach (Vertex v in vertices)
        {
            part.Vertices.Add(new(placement.Point(v.Position), placement.Direction(v.Normal), v.TexCoord));
        }

        foreach (uint index in indices)
        {
            part.Indices.Add(first + index);
        }
    }

    /// <summary>A quad from its corners in counter-clockwise order.</summary>
    public void AddQuad(int material, Placement placement, Vertex a, Vertex b, Vertex c, Vertex d) =>
        Add(material, placement, [a, b, c, d], [0, 1, 2, 0, 2, 3]);

    public Mesh Build(string name) => new(name, [.. _parts.Select(p => Primitive(p.Key, p.Value.Vertices, p.Value.Indices))]);

    private static Primitive Primitive(int material, List<Vertex> vertices, List<uint> indices) => new(
        [.. vertices.Select(v => v.Position)],
        [.. vertices.Select(v => Vector3.Normalize(v.Normal))],
        null,
        [.. vertices.Select(v => v.TexCoord)],
        null,
        null,
        [.. indices],
        material);
}
