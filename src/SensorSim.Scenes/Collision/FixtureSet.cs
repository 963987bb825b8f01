using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Collision;

/// <summary>Triangles of things that do not move. Immutable.</summary>
internal sealed class FixtureSet
{
    private readonly PosedHull[] _triangles;
    private readonly BoxTree _tree;

    /// <param name="corners">Three for each triangle, world space; triangles without area are left out.</param>
    public FixtureSet(IReadOnlyList<Vector3d> corners)
    {
        _triangles = [.. corners.Chunk(3).Where(HasArea).Select(triangle => new PosedHull(ConvexHull.Triangle(triangle)))];
        _tree = new([.. _triangles.Select(triangle => triangle.Box)]);
    }

    public int Count => _triangles.Length;

    /// <summary>Adds the triangles whose boxes overlap a box.</summary>
    public void Find(Box box, List<PosedHull> found)
    {
        _tree.Visit(box, (triangles: _triangles, found), static (index, to) => to.found.Add(to.triangles[index]));
    }

    private static bool HasArea(Vector3d[] triangle) => Vector3d.Cross(triangle[1] - triangle[0], triangle[2] - triangle[0]).Length > 1e-14;
}
