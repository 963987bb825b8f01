using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Collision;

/// <summary>A hull at a place in the world. One that moves is posed again and again, without new memory.</summary>
internal sealed class PosedHull
{
    /// <summary>So few are looked through faster than followed.</summary>
    private const int FewVertices = 10;

    private readonly ConvexHull _hull;
    private readonly Vector3d[] _localNormals;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;
    private readonly Vector3d[] _normals;
    private int _last;

    /// <param name="hull">In its own space.</param>
    public PosedHull(ConvexHull hull)
    {
        _hull = hull;
        _localNormals = [.. Enumerable.Range(0, hull.Faces.Length).Select(hull.NormalOf)];
        (_x, _y, _z) = (new double[hull.Vertices.Length], new double[hull.Vertices.Length], new double[hull.Vertices.Length]);
        _normals = new Vector3d[hull.Faces.Length];
        Pose(RigidPose.Identity);
    }

    /// <summary>Around it, world space.</summary>
    public Box Box { get; private set; }

    public int VertexCount => _x.Length;

    public Vector3d this[int vertex] => new(_x[vertex], _y[vertex], _z[vertex]);

    /// <summary>Whether it is a triangle.</summary>
    public bool IsSheet => _normals.Length == 2;

    public ReadOnlySpan<int> Face(int face) => _hull.Faces[face];

    /// <summary>Away from a face's outside, world space.</summary>
    public Vector3d NormalOf(int face) => _normals[face];

    public void Pose(RigidPose pose)
    {
        Box box = Box.Empty;
        for (int i = 0; i < _x.Length; i++)
        {
            Vector3d p = pose.Point(_hull.Vertices[i]);
            (_x[i], _y[i], _z[i]) = (p.X, p.Y, p.Z);
            box = new(Vector3d.Min(box.Min, p), Vector3d.Max(box.Max, p));
        }

        for (int i = 0; i < _normals.Length; i++)
        {
            _normals[i] = pose.Direction(_localNormals[i]);
        }

        Box = box;
    }

    /// <summary>The vertex that lies farthest along a direction.</summary>
    public int Support(Vector3d direction) => _x.Length < FewVertices ? SupportOfAll(direction) : Climb(direction);

    private int SupportOfAll(Vector3d direction)
    {
        (int best, double most) = (0, double.NegativeInfinity);
        for (int i = 0; i < _x.Length; i++)
        {
            double along = Along(i, direction);
            (best, most) = along > most ? (i, along) : (best, most);
        }

        return best;
    }

    // From edge to edge as long as it leads farther: on a convex body that ends at the farthest. Begins where the last search ended.
    private int Climb(Vector3d direction)
    {
        int best = _last;
        double most = Along(best, direction);
        for (int from = -1; from != best;)
        {
            from = best;
            foreach (int neighbour in _hull.Neighbours[from])
            {
                double along = Along(neighbour, direction);
                (best, most) = along > most ? (neighbour, along) : (best, most);
            }
        }

        return _last = best;
    }

    private double Along(int vertex, Vector3d direction) => (_x[vertex] * direction.X) + (_y[vertex] * direction.Y) + (_z[vertex] * direction.Z);

    /// <summary>The face that looks most along a direction; -1 without faces.</summary>
    public int FaceAlong(Vector3d direction)
    {
        (int best, double most) = (-1, double.NegativeInfinity);
        for (int i = 0; i < _normals.Length; i++)
        {
            double along = Vector3d.Dot(_normals[i], direction);
            (best, most) = along > most ? (i, along) : (best, most);
        }

        return best;
    }
}
