using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A round bar bent along points of the plane Z = 0, as a mug's handle; both ends are closed.</summary>
internal static class Sweep
{
    /// <summary>Adds the bar.</summary>
    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="material">Index of the material.</param>
    /// <param name="placement">Where it stands.</param>
    /// <param name="path">Points of its axis; seen from +Z it is walked counter-clockwise.</param>
    /// <param name="radii">Half width in the plane, and across it along Z.</param>
    /// <param name="points">Around the bar.</param>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, IReadOnlyList<Vector2> path, Vector2 radii, int points)
    {
        var rings = new List<Vector3[]> { Collapsed(path[0], points) };
        for (int i = 0; i < path.Count; i++)
        {
            Vector2 d = Vector2.Normalize(path[Math.Min(i + 1, path.Count - 1)] - path[Math.Max(i - 1, 0)]);
            var normal = new Vector3(d.Y, -d.X, 0);
            var centre = new Vector3(path[i], 0);
            rings.Add([.. Outline.Circle(1, points).Select(c => centre + (radii.X * c.X * normal) + (radii.Y * -c.Y * Vector3.UnitZ))]);
        }

        rings.Add(Collapsed(path[^1], points));
        RingSurface.AddTo(mesh, material, placement, rings);
    }

    private static Vector3[] Collapsed(Vector2 at, int points) => [.. Enumerable.Repeat(new Vector3(at, 0), points)];
}
