using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A solid of revolution about +Y.</summary>
internal static class Lathe
{
    /// <summary>A change of direction above this is a sharp edge.</summary>
    private const float CreaseCosine = 0.8f;

    private static readonly Quaternion s_halfTurn = new(0, 1, 0, 0);

    /// <summary>Adds the surface that a profile sweeps.</summary>
    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="material">Index of the material.</param>
    /// <param name="placement">Where the axis stands.</param>
    /// <param name="profile">Radius and height from bottom to top along the outside, metres; a radius of 0 closes the solid.</param>
    /// <param name="segments">Around the axis.</param>
    /// <param name="metresPerTile">The texture repeats every so many metres.</param>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, ReadOnlySpan<Vector2> profile, int segments, float metresPerTile)
    {
        AddTo(mesh, material, placement, profile, segments, MathF.Max(1, MathF.Round(MathF.Tau * Widest(profile) / metresPerTile)), metresPerTile);
    }

    /// <summary>Adds the surface with texture coordinates in metres where it is widest, and a seam at the back (-Z).</summary>
    public static void AddInMetres(MeshBuilder mesh, int material, Placement placement, int segments, params ReadOnlySpan<Vector2> profile) =>
        AddTo(mesh, material, placement with { Rotation = placement.Rotation * s_halfTurn }, profile, segments, MathF.Tau * Widest(profile), 1);

    private static void AddTo(MeshBuilder mesh, int material, Placement placement, ReadOnlySpan<Vector2> profile, int segments, float around, float metresPerTile)
    {
        float length = 0;
        for (int i = 0; i + 1 < profile.Length; i++)
        {
            float next = length + Vector2.Distance(profile[i], profile[i + 1]);
            AddBand(mesh, material, placement, (profile[i], Normal(profile, i, i)), (profile[i + 1], Normal(profile, i, i + 1)), segments, new(around, length / metresPerTile, next / metresPerTile));
            length = next;
        }
    }

    private static void AddBand(
        MeshBuilder mesh, int material, Placement placement, (Vector2 Point, Vector2 Normal) low, (Vector2 Point, Vector2 Normal) high, int segments, Vector3 texture)
    {
        var vertices = new Vertex[2 * (segments + 1)];
        var indices = new List<uint>(6 * segments);
        for (int s = 0; s <= segments; s++)
        {
            // The last column repeats the first to the bit, so that the seam is closed.
            (float sin, float cos) = MathF.SinCos(MathF.Tau * (s % segments) / segments);
            float u = texture.X * s / segments;
            vertices[2 * s] = new(Turn(low.Point, sin, cos), Turn(low.Normal, sin, cos), new(u, -texture.Y));
            vertices[(2 * s) + 1] = new(Turn(high.Point, sin, cos), Turn(high.Normal, sin, cos), new(u, -texture.Z));
            if (s < segments)
            {
                uint i = (uint)(2 * s);
                indices.AddRange(low.Point.X > 0 ? [i, i + 2, i + 3] : []);
                indices.AddRange(high.Point.X > 0 ? [i, i + 3, i + 1] : []);
            }
        }

        mesh.Add(material, placement, vertices, [.. indices]);
    }

    private static Vector3 Turn(Vector2 p, float sin, float cos) => new(p.X * sin, p.Y, p.X * cos);

    /// <summary>The normal of a segment at one of its ends: shared with the neighbour unless the edge is sharp.</summary>
    private static Vector2 Normal(ReadOnlySpan<Vector2> profile, int segment, int end)
    {
        Vector2 own = SegmentNormal(profile, segment);
        int other = end == segment ? segment - 1 : segment + 1;
        if (other < 0 || other + 1 >= profile.Length)
        {
            return own;
        }

        Vector2 neighbour = SegmentNormal(profile, other);
        return Vector2.Dot(own, neighbour) < CreaseCosine ? own : Vector2.Normalize(own + neighbour);
    }

    private static Vector2 SegmentNormal(ReadOnlySpan<Vector2> profile, int segment)
    {
        Vector2 d = Vector2.Normalize(profile[segment + 1] - profile[segment]);
        return new(d.Y, -d.X);
    }

    private static float Widest(ReadOnlySpan<Vector2> profile)
    {
        float widest = 0;
        foreach (Vector2 p in profile)
        {
            widest = MathF.Max(widest, p.X);
        }

        return widest;
    }
}
