using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Collision;

/// <summary>Triangles of things that do not move. Any thread may ask.</summary>
internal sealed class FixtureSet
{
    private readonly Vector3d[] _corners;
    private readonly PosedHull?[] _hulls;
    private readonly BoxTree _tree;

    /// <param name="corners">Three for each triangle, world space; triangles without area are never found.</param>
    public FixtureSet(Vector3d[] corners)
    {
        _corners = corners;
        _hulls = new PosedHull?[corners.Length / 3];
        _tree = new([.. Enumerable.Range(0, _hulls.Length).Select(i => HasArea(Corners(i)) ? Box.Around(Corners(i)) : Box.Empty)]);
    }

    /// <summary>Around all of them.</summary>
    public Box Bounds => _tree.Bounds;

    /// <summary>The triangles of a mesh in the world.</summary>
    public static FixtureSet Of(TriangleTree mesh, Matrix4x4d toWorld)
    {
        var corners = new Vector3d[3 * mesh.Count];
        for (int i = 0; i < corners.Length; i++)
        {
            corners[i] = toWorld.TransformPoint(mesh[i / 3][i % 3]);
        }

        return new(corners);
    }

    /// <summary>Adds the triangles whose boxes overlap a box.</summary>
    public void Find(Box box, List<PosedHull> found) => _tree.Visit(box, (Set: this, Found: found), static (index, to) => to.Found.Add(to.Set[index]));

    // Made when it is first near something: two threads may both make it, and either is right.
    private PosedHull this[int triangle] => _hulls[triangle] ??= new(ConvexHull.Triangle(Corners(triangle)));

    private ReadOnlySpan<Vector3d> Corners(int triangle) => _corners.AsSpan(3 * triangle, 3);

    private static bool HasArea(ReadOnlySpan<Vector3d> triangle) => Vector3d.Cross(triangle[1] - triangle[0], triangle[2] - triangle[0]).Length > 1e-14;
}
