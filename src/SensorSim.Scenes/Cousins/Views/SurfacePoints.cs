using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Views;

/// <summary>Points spread evenly over the surface of a mesh, with the way that the surface faces there.</summary>
internal static class SurfacePoints
{
    /// <summary>Points of one object: the share of what is visible comes out to a few hundredths.</summary>
    public const int Count = 256;

    // Roots of x³ = x + 1 fill a square as evenly as the golden ratio a line. Source: Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018.
    private const double AlongFirst = 0.7548776662466927, AlongSecond = 0.5698402909980532;

    /// <summary>In the mesh's own space; empty for a mesh without area.</summary>
    public static (Vector3d Point, Vector3d Normal)[] Of(TriangleTree triangles)
    {
        double[] ends = new double[triangles.Count];
        double area = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = area += triangles.NormalOf(i).Length;
        }

        return area > 0 ? [.. Enumerable.Range(0, Count).Select(i => At(triangles, ends, i))] : [];
    }

    private static (Vector3d, Vector3d) At(TriangleTree triangles, double[] ends, int index)
    {
        double place = (index + 0.5) / Count * ends[^1];
        int found = Array.BinarySearch(ends, place), triangle = Math.Min(found >= 0 ? found + 1 : ~found, ends.Length - 1);
        double u = (index + 1) * AlongFirst % 1, v = (index + 1) * AlongSecond % 1;
        (u, v) = u + v > 1 ? (1 - u, 1 - v) : (u, v);
        ReadOnlySpan<Vector3d> corners = triangles[triangle];
        return (corners[0] + (u * (corners[1] - corners[0])) + (v * (corners[2] - corners[0])), triangles.NormalOf(triangle));
    }
}
