using System.Runtime.CompilerServices;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Up to four points of the difference of two hulls, of which the nearest point to the origin is kept.</summary>
internal struct GjkSimplex
{
    private Points _points;
    private Weights _weights;

    public int Count { get; private set; }

    public void Add(GjkPoint point) => _points[Count++] = point;

    /// <summary>Which corners of the two hulls a point is the difference of.</summary>
    public readonly (int First, int Second) CornersOf(int point) => (_points[point].First, _points[point].Second);

    public readonly bool Holds(Vector3d w)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_points[i].W == w)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The points of the two hulls that the nearest point is the difference of.</summary>
    public readonly (Vector3d A, Vector3d B) Witnesses(PosedHull first, PosedHull second)
    {
        (Vector3d a, Vector3d b) = (Vector3d.Zero, Vector3d.Zero);
        for (int i = 0; i < Count; i++)
        {
            a += _weights[i] * first[_points[i].First];
            b += _weights[i] * second[_points[i].Second];
        }

        return (a, b);
    }

    /// <summary>Keeps the corners around the point nearest to the origin; false when the origin is inside.</summary>
    public bool Reduce(out Vector3d nearest)
    {
        Span<int> kept = stackalloc int[4];
        Span<double> weights = stackalloc double[4];
        int count = Count switch
        {
            1 => One(kept, weights),
            2 => Segment(0, 1, kept, weights),
            3 => Triangle(0, 1, 2, kept, weights),
            _ => Tetrahedron(kept, weights),
        };
        nearest = Vector3d.Zero;
        if (count == 4)
        {
            return false;
        }

        Points points = _points;
        for (int i = 0; i < count; i++)
        {
            _points[i] = points[kept[i]];
            _weights[i] = weights[i];
            nearest += weights[i] * _points[i].W;
        }

        Count = count;
        return true;
    }

    private static int One(Span<int> kept, Span<double> weights)
    {
        (kept[0], weights[0]) = (0, 1);
        return 1;
    }

    private readonly int Segment(int i, int j, Span<int> kept, Span<double> weights)
    {
        Vector3d a = _points[i].W, ab = _points[j].W - a;
        double length = Vector3d.Dot(ab, ab), along = length > 0 ? -Vector3d.Dot(a, ab) / length : 0;
        if (along <= 0 || along >= 1)
        {
            (kept[0], weights[0]) = (along <= 0 ? i : j, 1);
            return 1;
        }

        (kept[0], kept[1], weights[0], weights[1]) = (i, j, 1 - along, along);
        return 2;
    }

    private readonly int Triangle(int i, int j, int k, Span<int> kept, Span<double> weights)
    {
        Vector3d a = _points[i].W, b = _points[j].W, c = _points[k].W, ab = b - a, ac = c - a;
        double d1 = -Vector3d.Dot(ab, a), d2 = -Vector3d.Dot(ac, a), d3 = -Vector3d.Dot(ab, b), d4 = -Vector3d.Dot(ac, b), d5 = -Vector3d.Dot(ab, c), d6 = -Vector3d.Dot(ac, c);
        double va = (d3 * d6) - (d5 * d4), vb = (d5 * d2) - (d1 * d6), vc = (d1 * d4) - (d3 * d2), sum = va + vb + vc;
        if (va > 0 && vb > 0 && vc > 0)
        {
            (kept[0], kept[1], kept[2]) = (i, j, k);
            (weights[0], weights[1], weights[2]) = (va / sum, vb / sum, vc / sum);
            return 3;
        }

        // Outside of at least one edge: the nearest of the three is on one of them.
        Span<int> other = stackalloc int[4];
        Span<double> otherWeights = stackalloc double[4];
        int best = Segment(i, j, kept, weights);
        foreach ((int from, int to) in stackalloc (int, int)[] { (i, k), (j, k) })
        {
            int count = Segment(from, to, other, otherWeights);
            best = Better(best, kept, weights, count, other, otherWeights);
        }

        return best;
    }

    private readonly int Tetrahedron(Span<int> kept, Span<double> weights)
    {
        Span<int> other = stackalloc int[4];
        Span<double> otherWeights = stackalloc double[4];
        int best = 0;
        foreach ((int i, int j, int k, int opposite) in stackalloc (int, int, int, int)[] { (0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 3, 1), (1, 2, 3, 0) })
        {
            if (!IsBeyond(i, j, k, opposite))
            {
                continue;
            }

            int count = Triangle(i, j, k, other, otherWeights);
            best = Better(best, kept, weights, count, other, otherWeights);
        }

        return best == 0 ? 4 : best;
    }

    // Whether the origin and the opposite corner are on different sides of a face; a flat tetrahedron has none inside.
    private readonly bool IsBeyond(int i, int j, int k, int opposite)
    {
        Vector3d a = _points[i].W, normal = Vector3d.Cross(_points[j].W - a, _points[k].W - a);
        double origin = -Vector3d.Dot(a, normal), corner = Vector3d.Dot(_points[opposite].W - a, normal);
        return corner == 0 || origin * corner <= 0;
    }

    private readonly int Better(int best, Span<int> kept, Span<double> weights, int count, ReadOnlySpan<int> other, ReadOnlySpan<double> otherWeights)
    {
        if (best > 0 && SquaredDistance(best, kept, weights) <= SquaredDistance(count, other, otherWeights))
        {
            return best;
        }

        other.CopyTo(kept);
        otherWeights.CopyTo(weights);
        return count;
    }

    private readonly double SquaredDistance(int count, ReadOnlySpan<int> kept, ReadOnlySpan<double> weights)
    {
        Vector3d point = Vector3d.Zero;
        for (int i = 0; i < count; i++)
        {
            point += weights[i] * _points[kept[i]].W;
        }

        return Vector3d.Dot(point, point);
    }

    [InlineArray(4)]
    private struct Points
    {
        private GjkPoint _first;
    }

    [InlineArray(4)]
    private struct Weights
    {
        private double _first;
    }
}
