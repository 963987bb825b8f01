using System.Numerics;
using SensorSim.Physics;

namespace SensorSim.Scenes.Robots;

/// <summary>Normals of meshes that have none to rely on: smooth over what bends a little, sharp where it bends more.</summary>
internal static class CreasedNormals
{
    /// <summary>Faces that bend more against each other than this make an edge.</summary>
    private const double CreaseDegrees = 35;

    private static readonly float s_cosine = (float)Math.Cos(CreaseDegrees * Math.PI / 180);

    /// <summary>A mesh with one vertex for each corner that looks different.</summary>
    public static ShapeSurface Of(ModelMesh mesh)
    {
        int faces = mesh.Indices.Length / 3;
        Vector3[] areas = [.. Enumerable.Range(0, faces).Select(face => Area(mesh, face))];
        ILookup<Vector3, int> around = Enumerable.Range(0, 3 * faces).ToLookup(corner => mesh.Positions[mesh.Indices[corner]], corner => corner / 3);
        var made = new OrderedDictionary<(uint Vertex, Vector3 Normal), uint>();
        uint[] indices = [.. Enumerable.Range(0, 3 * faces).Where(corner => areas[corner / 3] != Vector3.Zero).Select(corner =>
        {
            uint vertex = mesh.Indices[corner];
            Vector3 normal = Normal(areas, corner / 3, around[mesh.Positions[vertex]]);
            made.TryAdd((vertex, normal), (uint)made.Count);
            return made[(vertex, normal)];
        })];
        return new(
            [.. made.Keys.Select(one => mesh.Positions[one.Vertex])],
            [.. made.Keys.Select(one => one.Normal)],
            mesh.TexCoords is { } coordinates ? [.. made.Keys.Select(one => coordinates[one.Vertex])] : null,
            indices);
    }

    private static Vector3 Area(ModelMesh mesh, int face)
    {
        Vector3 a = mesh.Positions[mesh.Indices[3 * face]], b = mesh.Positions[mesh.Indices[(3 * face) + 1]], c = mesh.Positions[mesh.Indices[(3 * face) + 2]];
        return Vector3.Cross(b - a, c - a);
    }

    // Larger faces count more.
    private static Vector3 Normal(Vector3[] areas, int face, IEnumerable<int> neighbours)
    {
        var own = Vector3.Normalize(areas[face]);
        Vector3 sum = Vector3.Zero;
        foreach (int other in neighbours)
        {
            sum += areas[other] != Vector3.Zero && Vector3.Dot(own, Vector3.Normalize(areas[other])) >= s_cosine ? areas[other] : Vector3.Zero;
        }

        return sum == Vector3.Zero ? own : Vector3.Normalize(sum);
    }
}
