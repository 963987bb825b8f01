using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A plane face with holes in it, cut into triangles by clipping ears (Eberly 2008: holes are joined to the outline first).</summary>
internal sealed class PolygonCap
{
    private readonly Vector2[] _points;
    private readonly List<int> _ring;

    private PolygonCap(IReadOnlyList<Vector2[]> outlines)
    {
        _points = [.. outlines.SelectMany(o => o)];
        _ring = [.. Enumerable.Range(0, outlines[0].Length)];
        int first = outlines[0].Length;
        var holes = new List<int[]>();
        foreach (Vector2[] hole in outlines.Skip(1))
        {
            holes.Add([.. Enumerable.Range(first, hole.Length)]);
            first += hole.Length;
        }

        foreach (int[] hole in holes.OrderByDescending(h => h.Max(i => _points[i].X)))
        {
            Join(hole, holes);
        }
    }

    /// <summary>Adds the face at a height; texture coordinates are metres.</summary>
    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="material">Index of the material.</param>
    /// <param name="placement">Where it stands.</param>
    /// <param name="height">Of the plane.</param>
    /// <param name="up">Whether it is seen from above.</param>
    /// <param name="outlines">What it encloses, counter-clockwise; then its holes, clockwise.</param>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, float height, bool up, params IReadOnlyList<Vector2[]> outlines)
    {
        var cap = new PolygonCap(outlines);
        Vector3 normal = up ? Vector3.UnitY : -Vector3.UnitY;
        Vertex[] vertices = [.. cap._points.Select(p => new Vertex(new(p.X, height, -p.Y), normal, new(p.X, -p.Y)))];
        uint[] triangles = cap.Clip();
        mesh.Add(material, placement, vertices, up ? triangles : [.. triangles.Reverse()]);
    }

    /// <summary>Runs the outline into the hole and back, from the hole's rightmost point to the nearest point that it sees.</summary>
    private void Join(int[] hole, List<int[]> holes)
    {
        int start = Array.IndexOf(hole, hole.MaxBy(i => _points[i].X));
        Vector2 from = _points[hole[start]];
        int to = Enumerable.Range(0, _ring.Count).OrderBy(i => Vector2.DistanceSquared(_points[_ring[i]], from)).First(i => Sees(from, _points[_ring[i]], holes));
        int[] round = [.. Enumerable.Range(0, hole.Length + 1).Select(i => hole[(start + i) % hole.Length])];
        _ring.InsertRange(to + 1, [.. round, _ring[to]]);
    }

    private bool Sees(Vector2 from, Vector2 to, List<int[]> holes) => holes.Prepend([.. _ring]).All(loop =>
        loop.Select((point, i) => (A: _points[point], B: _points[loop[(i + 1) % loop.Length]])).All(edge => !Cross(from, to, edge.A, edge.B)));

    private static bool Cross(Vector2 a, Vector2 b, Vector2 c, Vector2 d) =>
        c != a && c != b && d != a && d != b && Area(a, b, c) * Area(a, b, d) < 0 && Area(c, d, a) * Area(c, d, b) < 0;

    private uint[] Clip()
    {
        var triangles = new List<uint>(3 * _ring.Count);
        while (_ring.Count >= 3)
        {
            int ear = BestEar();
            int count = _ring.Count;
            triangles.AddRange([(uint)_ring[(ear + count - 1) % count], (uint)_ring[ear], (uint)_ring[(ear + 1) % count]]);
            _ring.RemoveAt(ear);
        }

        return [.. triangles];
    }

    /// <summary>Of the corners that may be cut off, the one with the shortest cut: it leaves the best triangles.</summary>
    private int BestEar()
    {
        (float Cut, int Corner)[] corners = [.. _ring.Select((_, i) => (Vector2.DistanceSquared(Corner(i - 1), Corner(i + 1)), i))];
        Array.Sort(corners);
        int best = Array.FindIndex(corners, c => IsEar(c.Corner));
        return best >= 0 ? corners[best].Corner : throw new InvalidOperationException("An outline crosses itself.");
    }

    private bool IsEar(int i)
    {
        (Vector2 a, Vector2 b, Vector2 c) = (Corner(i - 1), Corner(i), Corner(i + 1));
        return Area(a, b, c) > 0 && _ring.TrueForAll(point => IsOutside(_points[point], a, b, c));
    }

    private static bool IsOutside(Vector2 p, Vector2 a, Vector2 b, Vector2 c) =>
        p == a || p == b || p == c || Area(a, b, p) < 0 || Area(b, c, p) < 0 || Area(c, a, p) < 0;

    private Vector2 Corner(int i) => _points[_ring[(i + _ring.Count) % _ring.Count]];

    private static float Area(Vector2 a, Vector2 b, Vector2 c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
