using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Rays;

/// <summary>
/// A cousin as rays see it: the triangles of everything that it draws, at one instant. Every surface stops rays, a transparent one too.
/// Immutable; any thread may ask.
/// </summary>
public sealed class TriangleScene
{
    private readonly Part[] _parts;
    private readonly BoxTree _tree;

    private TriangleScene(Part[] parts)
    {
        _parts = parts;
        _tree = new([.. parts.Select(part => part.Triangles.Bounds.Transformed(part.ToWorld))]);
    }

    /// <summary>Around everything drawn, world space.</summary>
    public Box Bounds => _tree.Bounds;

    /// <summary>For one cousin; keep <see cref="MeshTrees"/> for many of the same scene.</summary>
    public static TriangleScene Of(Scene scene, SceneInstance cousin) => Of(new MeshTrees(scene), cousin);

    /// <param name="trees">Of the cousin's twin.</param>
    /// <param name="cousin">At the instant.</param>
    public static TriangleScene Of(MeshTrees trees, SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(trees);
        ArgumentNullException.ThrowIfNull(cousin);
        var parts = new List<Part>();
        foreach ((int i, Node node) in cousin.Twin.Nodes.Index())
        {
            if (node.InScene && cousin.MeshOf(i) is { } mesh && cousin.NodeToWorld[i] is { Determinant3x3: not 0 } toWorld)
            {
                parts.Add(new(i, TreeOf(trees, cousin, i, mesh), toWorld, toWorld.InverseAffine()));
            }
        }

        return new([.. parts]);
    }

    /// <summary>What a ray meets first, from either side of a surface; null where nothing is before <paramref name="maximumDistance"/>.</summary>
    /// <param name="origin">World space.</param>
    /// <param name="direction">Distances count in its length: metres for a unit vector.</param>
    /// <param name="maximumDistance">What lies farther is not looked for.</param>
    /// <param name="ignored">A node that rays pass.</param>
    public RayHit? Nearest(Vector3d origin, Vector3d direction, double maximumDistance = double.MaxValue, int? ignored = null)
    {
        var visitor = new NearestVisitor(_parts, new(origin, direction), ignored);
        _tree.Cast(visitor.Ray, maximumDistance, ref visitor);
        return visitor.Hit;
    }

    /// <summary>Whether a point is inside an object: rays leave it more often than they enter it. A sheet has no inside.</summary>
    public bool IsInside(Vector3d point) => InsideOf(point) is not null;

    /// <summary>The first node with a mesh that the point is inside of, or null.</summary>
    public int? InsideOf(Vector3d point)
    {
        var near = new List<int>();
        _tree.Find(new(point, point), near);
        near.Sort();
        foreach (int i in near)
        {
            Part part = _parts[i];
            if (part.Triangles.IsInside(part.ToNode.TransformPoint(point)))
            {
                return part.Node;
            }
        }

        return null;
    }

    /// <summary>The first node with a surface nearer to a point than so many metres, or null.</summary>
    public int? NearTo(Vector3d point, double metres)
    {
        Box around = new Box(point, point).Grown(metres);
        var near = new List<int>();
        _tree.Find(around, near);
        near.Sort();
        foreach (Part part in near.Select(i => _parts[i]))
        {
            var triangles = new List<int>();
            part.Triangles.Find(around.Transformed(part.ToNode), triangles);
            if (triangles.Any(triangle => part.SquaredDistance(point, triangle) < metres * metres))
            {
                return part.Node;
            }
        }

        return null;
    }

    private static TriangleTree TreeOf(MeshTrees trees, SceneInstance cousin, int node, int mesh) =>
        cousin.DeformedMeshes.TryGetValue(node, out DeformedMesh? deformed)
            ? TriangleTree.Of(cousin.Twin.Meshes[mesh], primitive => primitive.IsDeformable ? Deformation.Positions(primitive, deformed.Pose) : primitive.Positions)
            : trees[mesh];

    private sealed record Part(int Node, TriangleTree Triangles, Matrix4x4d ToWorld, Matrix4x4d ToNode)
    {
        public double SquaredDistance(Vector3d point, int triangle)
        {
            ReadOnlySpan<Vector3d> corners = Triangles[triangle];
            return TriangleDistance.Squared(point, ToWorld.TransformPoint(corners[0]), ToWorld.TransformPoint(corners[1]), ToWorld.TransformPoint(corners[2]));
        }

        // Normals go by the transposed inverse: what is outside in the mesh stays outside, also where a transform mirrors.
        public Vector3d NormalOf(int triangle)
        {
            Vector3d n = Triangles.NormalOf(triangle);
            return ((n.X * new Vector3d(ToNode.M11, ToNode.M12, ToNode.M13))
                + (n.Y * new Vector3d(ToNode.M21, ToNode.M22, ToNode.M23))
                + (n.Z * new Vector3d(ToNode.M31, ToNode.M32, ToNode.M33))).Normalized();
        }
    }

    private struct NearestVisitor(Part[] parts, Ray ray, int? ignored) : IRayVisitor
    {
        public Ray Ray { get; } = ray;

        public RayHit? Hit { get; private set; }

        public double Visit(int item, double limit)
        {
            Part part = parts[item];
            if (part.Node == ignored || part.Triangles.Nearest(Ray.Transformed(part.ToNode), limit) is not { } found)
            {
                return limit;
            }

            Vector3d normal = part.NormalOf(found.Triangle);
            Hit = new(found.Distance, part.Node, normal, Vector3d.Dot(normal, Ray.Direction) > 0);
            return found.Distance;
        }
    }
}
