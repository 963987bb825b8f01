using System.Numerics;

namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>
/// Generates tangents after the method of MikkTSpace (Mikkelsen 2008), which glTF names as the default: vertices with equal position, normal and
/// texture coordinate count as one; corners around it that are joined by shared edges and have the same texture orientation form a group; a group's
/// tangent is the mean of its triangles' tangents, projected onto the normal's plane and weighted by the corner's angle. A vertex that belongs to
/// several groups is split. It differs from the reference program in the last bits (float sums in another order) and at edges shared by more than
/// two triangles and triangles without texture area, where the reference's result depends on its sorting.
/// </summary>
internal sealed class TangentGenerator
{
    private readonly VertexArrays vertices;
    private readonly Vector2[] coordinates;
    private readonly uint[] indices;
    private readonly int[] points;
    private readonly CornerGroups groups;

    private TangentGenerator(VertexArrays vertices, uint[] indices, Vector2[] coordinates)
    {
        this.vertices = vertices;
        this.indices = indices;
        this.coordinates = coordinates;
        points = Weld();
        groups = new(indices.Length);
    }

    /// <summary>Memory for one corner while this runs.</summary>
    public const int BytesPerCorner = 128;

    /// <summary>The vertices with tangents, split where groups meet, and their indices.</summary>
    public static (VertexArrays Vertices, uint[] Indices) Generate(VertexArrays vertices, uint[] indices, int texCoord) =>
        new TangentGenerator(vertices, indices, vertices.TexCoords(texCoord)!).Run();

    private (VertexArrays Vertices, uint[] Indices) Run()
    {
        sbyte[] orientations = [.. Enumerable.Range(0, indices.Length / 3).Select(Orientation)];
        groups.Join(points, indices, orientations);
        Vector3[] sums = Accumulate(orientations);
        return Split(sums, orientations);
    }

    /// <summary>+1 where the texture is not mirrored with v pointing up in the image, -1 where it is, 0 where it has no area.</summary>
    private sbyte Orientation(int triangle)
    {
        (Vector2 a, Vector2 b, Vector2 c) = Coordinates(triangle);
        Vector2 ab = b - a, ac = c - a;
        float area = (ab.Y * ac.X) - (ab.X * ac.Y);
        return float.IsFinite(area) ? (sbyte)Math.Sign(area) : (sbyte)0;
    }

    /// <summary>Sum of weighted tangents for the root corner of each group.</summary>
    private Vector3[] Accumulate(sbyte[] orientations)
    {
        var sums = new Vector3[indices.Length];
        for (int corner = 0; corner < indices.Length; corner++)
        {
            int triangle = corner / 3;
            if (orientations[triangle] != 0)
            {
                Vector3 normal = vertices.Normals![indices[corner]];
                Vector3 tangent = OnPlane(Tangent(triangle) * -orientations[triangle], normal);
                sums[groups.Root(corner)] += Angle(corner, normal) * tangent;
            }
        }

        return sums;
    }

    private Vector3 Tangent(int triangle)
    {
        (Vector2 a, Vector2 b, Vector2 c) = Coordinates(triangle);
        Vector3 ab = Position((3 * triangle) + 1) - Position(3 * triangle), ac = Position((3 * triangle) + 2) - Position(3 * triangle);
        return ((c.Y - a.Y) * ab) - ((b.Y - a.Y) * ac);
    }

    private float Angle(int corner, Vector3 normal)
    {
        int first = corner - (corner % 3);
        Vector3 here = Position(corner);
        Vector3 toNext = OnPlane(Position(first + ((corner + 1) % 3)) - here, normal);
        Vector3 toPrevious = OnPlane(Position(first + ((corner + 2) % 3)) - here, normal);
        return MathF.Acos(Math.Clamp(Vector3.Dot(toNext, toPrevious), -1, 1));
    }

    private (VertexArrays Vertices, uint[] Indices) Split(Vector3[] sums, sbyte[] orientations)
    {
        var known = new Dictionary<(uint Vertex, int Group), uint>(vertices.Count);
        var sources = new List<uint>(vertices.Count);
        var tangents = new List<Vector4>(vertices.Count);
        uint[] split = new uint[indices.Length];
        for (int corner = 0; corner < indices.Length; corner++)
        {
            (uint vertex, int group) = (indices[corner], groups.Root(corner));
            if (!known.TryGetValue((vertex, group), out split[corner]))
            {
                split[corner] = (uint)sources.Count;
                known.Add((vertex, group), split[corner]);
                sources.Add(vertex);
                tangents.Add(Final(sums[group], vertices.Normals![vertex], orientations[group / 3]));
            }
        }

        return (vertices.Select([.. sources]) with { Tangents = [.. tangents] }, split);
    }

    private static Vector4 Final(Vector3 sum, Vector3 normal, sbyte orientation)
    {
        Vector3 tangent = OnPlane(sum, normal);
        if (tangent == Vector3.Zero)
        {
            tangent = OnPlane(MathF.Abs(normal.X) < 0.9f ? Vector3.UnitX : Vector3.UnitY, normal);
        }

        return new(tangent, orientation < 0 ? -1 : 1);
    }

    /// <summary>The direction of <paramref name="v"/> in the plane of the normal; zero when it has none.</summary>
    private static Vector3 OnPlane(Vector3 v, Vector3 normal)
    {
        float largest = MathF.Max(MathF.Abs(v.X), MathF.Max(MathF.Abs(v.Y), MathF.Abs(v.Z)));
        if (!(largest is > 0 and < float.PositiveInfinity))
        {
            return Vector3.Zero;
        }

        Vector3 scaled = v / largest;
        Vector3 projected = scaled - (Vector3.Dot(normal, scaled) * normal);
        return projected.LengthSquared() > 1e-12f ? Vector3.Normalize(projected) : Vector3.Zero;
    }

    private int[] Weld()
    {
        var known = new Dictionary<(Vector3, Vector3, Vector2), int>(vertices.Count);
        var welded = new int[vertices.Count];
        for (int i = 0; i < welded.Length; i++)
        {
            var key = (vertices.Positions[i], vertices.Normals![i], coordinates[i]);
            welded[i] = known.TryGetValue(key, out int first) ? first : known[key] = i;
        }

        return welded;
    }

    private Vector3 Position(int corner) => vertices.Positions[indices[corner]];

    private (Vector2 A, Vector2 B, Vector2 C) Coordinates(int triangle) =>
        (coordinates[indices[3 * triangle]], coordinates[indices[(3 * triangle) + 1]], coordinates[indices[(3 * triangle) + 2]]);
}
