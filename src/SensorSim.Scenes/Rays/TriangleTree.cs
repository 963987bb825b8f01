using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Rays;

/// <summary>The triangles of a mesh, found by place. Immutable.</summary>
public sealed class TriangleTree
{
    // Directions along which hardly anything that people make has edges or faces; three, because a ray may graze an edge all the same.
    private static readonly Vector3d[] s_outwards =
        [new Vector3d(0.4123, 0.8119, 0.4131).Normalized(), new Vector3d(-0.7351, 0.2917, 0.6120).Normalized(), new Vector3d(0.3313, -0.3719, -0.8671).Normalized()];

    private readonly Vector3d[] _corners;
    private readonly BoxTree _tree;

    /// <param name="corners">Three for each triangle, counter-clockwise as seen from outside.</param>
    public TriangleTree(Vector3d[] corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        _corners = corners;
        _tree = new([.. Enumerable.Range(0, corners.Length / 3).Select(i => Box.Around(corners.AsSpan(3 * i, 3)))]);
    }

    /// <summary>Triangles that there are.</summary>
    public int Count => _corners.Length / 3;

    /// <summary>Around all of them.</summary>
    public Box Bounds => _tree.Bounds;

    /// <summary>The corners of a triangle, counter-clockwise as seen from outside.</summary>
    public ReadOnlySpan<Vector3d> this[int triangle] => _corners.AsSpan(3 * triangle, 3);

    /// <summary>The triangles of a mesh in its own space.</summary>
    public static TriangleTree Of(Mesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return Of(mesh, primitive => primitive.Positions);
    }

    /// <summary>The triangles of a mesh whose vertices lie elsewhere.</summary>
    internal static TriangleTree Of(Mesh mesh, Func<Primitive, Vector3[]> positions)
    {
        var corners = new List<Vector3d>();
        foreach (Primitive primitive in mesh.Primitives)
        {
            Vector3[] points = positions(primitive);
            corners.AddRange(primitive.Indices.Select(index => points[index]).Select(p => new Vector3d(p.X, p.Y, p.Z)));
        }

        return new([.. corners]);
    }

    /// <summary>The first triangle that a ray meets, from either side; null where there is none before the limit.</summary>
    public (double Distance, int Triangle)? Nearest(Ray ray, double limit)
    {
        var visitor = new NearestVisitor(this, ray);
        double distance = _tree.Cast(ray, limit, ref visitor);
        return visitor.Triangle >= 0 ? (distance, visitor.Triangle) : null;
    }

    /// <summary>Whether a point is inside: rays leave more often than they enter. A sheet has no inside.</summary>
    public bool IsInside(Vector3d point) => Bounds.Contains(point) && s_outwards.Count(outwards => ExitsOf(new(point, outwards)) > 0) >= 2;

    /// <summary>Adds every triangle whose box overlaps a box.</summary>
    public void Find(Box box, List<int> found) => _tree.Find(box, found);

    /// <summary>Away from the outside of a triangle, as long as twice its area.</summary>
    public Vector3d NormalOf(int triangle)
    {
        ReadOnlySpan<Vector3d> corners = this[triangle];
        return Vector3d.Cross(corners[1] - corners[0], corners[2] - corners[0]);
    }

    private int ExitsOf(Ray ray)
    {
        var visitor = new ExitVisitor(this, ray);
        _tree.Cast(ray, double.MaxValue, ref visitor);
        return visitor.Exits;
    }

    private double? Meet(Ray ray, int triangle)
    {
        ReadOnlySpan<Vector3d> corners = this[triangle];
        return ray.Meet(corners[0], corners[1], corners[2]);
    }

    private struct NearestVisitor(TriangleTree tree, Ray ray) : IRayVisitor
    {
        public int Triangle { get; private set; } = -1;

        public double Visit(int item, double limit)
        {
            if (tree.Meet(ray, item) is not { } distance || distance > limit)
            {
                return limit;
            }

            Triangle = item;
            return distance;
        }
    }

    private struct ExitVisitor(TriangleTree tree, Ray ray) : IRayVisitor
    {
        public int Exits { get; private set; }

        public double Visit(int item, double limit)
        {
            if (tree.Meet(ray, item) is not null)
            {
                Exits += Math.Sign(Vector3d.Dot(ray.Direction, tree.NormalOf(item)));
            }

            return limit;
        }
    }
}
