using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>
/// Convex hulls of points, farthest points first, so that a tolerance leaves out what hardly changes the hull: no point lies farther outside than that.
/// Source: Barber, Dobkin and Huhdanpaa, "The quickhull algorithm for convex hulls", 1996.
/// </summary>
internal sealed class QuickHull
{
    private readonly List<Vector3d> _points;
    private readonly double _tolerance;
    private readonly List<HullFace> _faces = [];
    private readonly Dictionary<(int From, int To), HullFace> _faceAt = [];

    private QuickHull(List<Vector3d> points, double tolerance)
    {
        (_points, _tolerance) = (points, tolerance);
        int[] first = HullSimplex.Of(points);
        Vector3d inside = 0.25 * (points[first[0]] + points[first[1]] + points[first[2]] + points[first[3]]);
        Span<HullFace> faces = [Face(first[0], first[1], first[2], inside), Face(first[0], first[1], first[3], inside), Face(first[0], first[2], first[3], inside), Face(first[1], first[2], first[3], inside)];
        Assign(Enumerable.Range(0, points.Count), faces);
    }

    /// <summary>The hull of some points; what is flat or thin gets the tolerance as its thickness.</summary>
    /// <param name="points">At least one.</param>
    /// <param name="tolerance">Metres, above 0: how far outside a point may remain.</param>
    /// <param name="maximumVertices">Where the hull would have more, the tolerance is exceeded.</param>
    public static ConvexHull Of(IEnumerable<Vector3d> points, double tolerance, int maximumVertices = 64)
    {
        var hull = new QuickHull(HullSimplex.Thickened([.. points.Distinct()], tolerance), tolerance);
        for (int vertices = 4; vertices < maximumVertices && hull.Farthest() is { } face; vertices++)
        {
            hull.Add(face);
        }

        return HullFaces.Merged([.. hull._points], [.. hull._faces.Where(face => !face.IsGone).Select(face => (face.A, face.B, face.C))]);
    }

    private HullFace? Farthest()
    {
        HullFace? farthest = null;
        foreach (HullFace face in _faces)
        {
            if (!face.IsGone && face.Outside.Count > 0 && (farthest is null || face.Reach > farthest.Reach))
            {
                farthest = face;
            }
        }

        return farthest;
    }

    private void Add(HullFace from)
    {
        int point = from.FarthestPoint;
        var visible = new List<HullFace> { from };
        var horizon = new List<(int From, int To)>();
        from.IsGone = true;
        for (int i = 0; i < visible.Count; i++)
        {
            foreach ((int a, int b) in visible[i].Edges)
            {
                HullFace other = _faceAt[(b, a)];
                if (other.IsGone)
                {
                    continue;
                }

                if (other.HeightOf(_points[point]) > 1e-3 * _tolerance)
                {
                    other.IsGone = true;
                    visible.Add(other);
                }
                else
                {
                    horizon.Add((a, b));
                }
            }
        }

        HullFace[] added = [.. horizon.Where(edge => _faceAt[(edge.To, edge.From)] is { IsGone: false }).Select(edge => Face(edge.From, edge.To, point))];
        Assign(visible.SelectMany(face => face.Outside).Where(p => p != point), added);
    }

    private void Assign(IEnumerable<int> points, ReadOnlySpan<HullFace> faces)
    {
        foreach (int point in points)
        {
            HullFace? best = null;
            double reach = _tolerance;
            foreach (HullFace face in faces)
            {
                if (face.HeightOf(_points[point]) is double height && height > reach)
                {
                    (best, reach) = (face, height);
                }
            }

            best?.Add(point, reach);
        }
    }

    private HullFace Face(int a, int b, int c, Vector3d inside) =>
        Vector3d.Dot(Vector3d.Cross(_points[b] - _points[a], _points[c] - _points[a]), inside - _points[a]) > 0 ? Face(a, c, b) : Face(a, b, c);

    private HullFace Face(int a, int b, int c)
    {
        var face = new HullFace(a, b, c, _points[a], Vector3d.Cross(_points[b] - _points[a], _points[c] - _points[a]));
        _faces.Add(face);
        foreach ((int From, int To) edge in face.Edges)
        {
            _faceAt[edge] = face;
        }

        return face;
    }
}
