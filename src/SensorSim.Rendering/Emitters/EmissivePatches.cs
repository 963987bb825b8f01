using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Emitters;

/// <summary>Cuts the triangles of an emissive primitive into patches and joins these to few clusters.</summary>
internal static class EmissivePatches
{
    /// <summary>Clusters of one primitive.</summary>
    public const int Most = 4;

    /// <summary>Edges are cut to this share of the primitive's size.</summary>
    private const double LongestEdge = 1.0 / 8;

    /// <summary>Longer than so many sides of a square of the same area, a cluster is cut in two.</summary>
    private const double MostSlender = 1.6;

    /// <param name="primitive">Undeformed.</param>
    /// <param name="scale">Of its node: the clusters are those of the scaled primitive.</param>
    /// <param name="texture">How it samples its emissive texture; null without one.</param>
    /// <param name="map">That texture.</param>
    public static IReadOnlyList<EmissiveCluster> ClustersOf(Primitive primitive, Vector3 scale, TextureBinding? texture, EmissionMap? map)
    {
        EmissivePatch[] patches = [.. Cut(primitive, scale, texture, map).Where(patch => patch.Weight > 0)];
        if (patches.Length == 0)
        {
            return [];
        }

        var groups = new List<Memory<EmissivePatch>> { patches };
        while (groups.Count < Most)
        {
            int slender = Enumerable.Range(0, groups.Count).MaxBy(i => Slenderness(groups[i].Span));
            if (groups[slender].Length < 2 || Slenderness(groups[slender].Span) < MostSlender)
            {
                break;
            }

            (Memory<EmissivePatch> first, Memory<EmissivePatch> second) = Split(groups[slender]);
            groups[slender] = first;
            groups.Add(second);
        }

        return [.. groups.Select(group => EmissivePatch.Join(group.Span))];
    }

    private static IEnumerable<EmissivePatch> Cut(Primitive primitive, Vector3 scale, TextureBinding? texture, EmissionMap? map)
    {
        Vector2[]? coordinates = texture?.TexCoord == 1 ? primitive.TexCoords1 : primitive.TexCoords0;
        (Vector3 min, Vector3 max) = primitive.Bounds;
        double longest = LongestEdge * ((max - min) * scale).Length();
        var pending = new Stack<(Corner A, Corner B, Corner C)>();
        for (int i = 0; i < primitive.Indices.Length; i += 3)
        {
            pending.Push((At(i), At(i + 1), At(i + 2)));
            while (pending.TryPop(out (Corner A, Corner B, Corner C) t))
            {
                double ab = (t.B.Place - t.A.Place).Length, bc = (t.C.Place - t.B.Place).Length, ca = (t.A.Place - t.C.Place).Length;
                if (ab < bc || ab < ca)
                {
                    t = bc >= ca ? (t.B, t.C, t.A) : (t.C, t.A, t.B);
                }

                if (Math.Max(ab, Math.Max(bc, ca)) <= longest)
                {
                    yield return PatchOf(t.A, t.B, t.C);
                    continue;
                }

                var middle = new Corner(0.5 * (t.A.Place + t.B.Place), 0.5f * (t.A.Uv + t.B.Uv));
                pending.Push((t.A, middle, t.C));
                pending.Push((middle, t.B, t.C));
            }
        }

        Corner At(int index)
        {
            uint vertex = primitive.Indices[index];
            Vector3 p = scale * primitive.Positions[vertex];
            return new(new(p.X, p.Y, p.Z), coordinates is null || texture is null ? Vector2.Zero : Vector2.Transform(coordinates[vertex], texture.Transform));
        }

        EmissivePatch PatchOf(Corner a, Corner b, Corner c) => new(
            1.0 / 3 * (a.Place + b.Place + c.Place), 0.5 * Vector3d.Cross(b.Place - a.Place, c.Place - a.Place), map?.At((a.Uv + b.Uv + c.Uv) / 3) ?? Vector3.One);
    }

    private static double Slenderness(ReadOnlySpan<EmissivePatch> patches)
    {
        (Vector3d min, Vector3d max) = Box(patches);
        double area = 0;
        foreach (EmissivePatch patch in patches)
        {
            area += patch.Facing.Length;
        }

        return (max - min).Length / Math.Sqrt(area);
    }

    // In two of about the same light, across the longest side.
    private static (Memory<EmissivePatch> First, Memory<EmissivePatch> Second) Split(Memory<EmissivePatch> patches)
    {
        (Vector3d min, Vector3d max) = Box(patches.Span);
        Vector3d size = max - min;
        Func<EmissivePatch, double> along = size.X >= size.Y && size.X >= size.Z ? patch => patch.Centre.X : size.Y >= size.Z ? patch => patch.Centre.Y : patch => patch.Centre.Z;
        EmissivePatch[] sorted = [.. patches.ToArray().OrderBy(along)];
        sorted.CopyTo(patches);
        double half = 0.5 * sorted.Sum(patch => patch.Weight), sum = 0;
        int count = sorted.TakeWhile(patch => (sum += patch.Weight) < half).Count();
        count = Math.Clamp(count, 1, sorted.Length - 1);
        return (patches[..count], patches[count..]);
    }

    private static (Vector3d Min, Vector3d Max) Box(ReadOnlySpan<EmissivePatch> patches)
    {
        (Vector3d min, Vector3d max) = (patches[0].Centre, patches[0].Centre);
        foreach (EmissivePatch patch in patches)
        {
            (min, max) = (Vector3d.Min(min, patch.Centre), Vector3d.Max(max, patch.Centre));
        }

        return (min, max);
    }

    private readonly record struct Corner(Vector3d Place, Vector2 Uv);
}
