using System.Runtime.CompilerServices;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>
/// Convex pieces that together hold a mesh: its connected parts, each cut by planes until its surface lies near the pieces' hulls.
/// What is left of a hollow smaller than the tolerance is filled.
/// </summary>
internal sealed class ConvexDecomposition
{
    private const int CutsTried = 7;

    /// <summary>A cut must take away so much of the whole hull's volume.</summary>
    private const double LeastGain = 0.03;

    private static readonly Vector3d[] s_directions = [.. Enumerable.Range(0, 80).Select(i => DirectionOf(i, 80))];

    private readonly double _hollow;
    private readonly double _tolerance;
    private readonly int _maximumPieces;
    private readonly double _volume;
    private readonly PriorityQueue<Part, double> _parts = new();

    private ConvexDecomposition(IReadOnlyList<Vector3d> triangles, double hollow, double tolerance, int maximumPieces)
    {
        (_hollow, _tolerance, _maximumPieces) = (hollow, tolerance, maximumPieces);
        _volume = VolumeOf(triangles);
    }

    /// <param name="triangles">Corners, three for each triangle.</param>
    /// <param name="hollow">How deep under a hull the surface may lie, metres.</param>
    /// <param name="tolerance">How far it may lie outside a hull, metres.</param>
    /// <param name="maximumPieces">Where more would be needed, hollows remain filled.</param>
    public static IReadOnlyList<ConvexHull> Of(IReadOnlyList<Vector3d> triangles, double hollow, double tolerance, int maximumPieces)
    {
        var decomposition = new ConvexDecomposition(triangles, hollow, tolerance, maximumPieces);
        List<Vector3d>[] components = [.. MeshComponents.Of(triangles, tolerance)];
        foreach (List<Vector3d> part in components.Length > maximumPieces ? [[.. triangles]] : components)
        {
            decomposition.Add(part);
        }

        return decomposition.Split();
    }

    private void Add(List<Vector3d> triangles)
    {
        ConvexHull hull = QuickHull.Of(triangles, _tolerance);
        double depth = hull.DeepestOf(Midpoints(triangles).Concat(triangles));
        _parts.Enqueue(new(triangles, hull, depth), -depth);
    }

    private List<ConvexHull> Split()
    {
        var done = new List<ConvexHull>();
        while (_parts.TryDequeue(out Part? part, out _))
        {
            if (part.Depth <= _hollow || done.Count + _parts.Count + 2 > _maximumPieces || BestCut(part) is not { } cut)
            {
                done.Add(part.Hull);
                continue;
            }

            Add(cut.Below);
            Add(cut.Above);
        }

        return done;
    }

    // The cut after which the two hulls hold least.
    private (List<Vector3d> Below, List<Vector3d> Above)? BestCut(Part part)
    {
        (List<Vector3d>, List<Vector3d>)? best = null;
        double least = VolumeOf(part.Triangles) - (LeastGain * _volume);
        foreach (Vector3d axis in new[] { Vector3d.UnitX, Vector3d.UnitY, Vector3d.UnitZ })
        {
            foreach (double at in CutsAlong(axis, part.Triangles))
            {
                (List<Vector3d> below, List<Vector3d> above) = (PlaneCut.Below(part.Triangles, axis, at), PlaneCut.Below(part.Triangles, -axis, -at));
                double volume = below.Count > 0 && above.Count > 0 ? VolumeOf(below) + VolumeOf(above) : double.MaxValue;
                (best, least) = volume < least ? ((below, above), volume) : (best, least);
            }
        }

        return best;
    }

    // Beside where the surface bends, so that a face is on one side as a whole; and in the middle.
    private List<double> CutsAlong(Vector3d axis, List<Vector3d> triangles)
    {
        double[] places = [.. triangles.Select(p => Math.Round(Vector3d.Dot(axis, p) / _tolerance) * _tolerance).Distinct().Order()];
        List<double> cuts = [0.5 * (places[0] + places[^1])];
        int inner = places.Length - 2, tried = Math.Min(inner, CutsTried);
        for (int i = 0; i < tried; i++)
        {
            double place = places[1 + (((i * inner) + (inner / 2)) / tried)];
            cuts.AddRange([place - _tolerance, place + _tolerance]);
        }

        return cuts;
    }

    private double VolumeOf(IReadOnlyList<Vector3d> triangles)
    {
        Vector3d[] corners = [.. triangles.Distinct()];
        return MassProperties.Of([QuickHull.Of(s_directions.Select(direction => Farthest(corners, direction)), _tolerance)]).Volume;
    }

    // Asked for each cut that is tried, in programs that live for seconds: they would hardly get beyond code that is not optimized.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector3d Farthest(Vector3d[] corners, Vector3d direction)
    {
        (Vector3d farthest, double reach) = (corners[0], Vector3d.Dot(corners[0], direction));
        foreach (Vector3d corner in corners)
        {
            if (Vector3d.Dot(corner, direction) is var own && own > reach) (farthest, reach) = (corner, own);
        }

        return farthest;
    }

    // On a spiral from pole to pole, all about as far from each other.
    private static Vector3d DirectionOf(int index, int count)
    {
        double y = 1 - ((2 * index) + 1.0) / count, radius = Math.Sqrt(1 - (y * y));
        (double sin, double cos) = Math.SinCos(index * Math.PI * (3 - Math.Sqrt(5)));
        return new(radius * cos, y, radius * sin);
    }

    private static IEnumerable<Vector3d> Midpoints(List<Vector3d> triangles)
    {
        for (int i = 0; i + 2 < triangles.Count; i += 3)
        {
            yield return (1.0 / 3) * (triangles[i] + triangles[i + 1] + triangles[i + 2]);
        }
    }

    private sealed record Part(List<Vector3d> Triangles, ConvexHull Hull, double Depth);
}
