using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>What of a surface lies on one side of a plane.</summary>
internal static class PlaneCut
{
    /// <param name="triangles">Corners, three for each triangle.</param>
    /// <param name="axis">Of the plane.</param>
    /// <param name="at">Where along the axis the plane is; what lies beyond is cut off.</param>
    public static List<Vector3d> Below(IReadOnlyList<Vector3d> triangles, Vector3d axis, double at)
    {
        var kept = new List<Vector3d>();
        var polygon = new List<Vector3d>(4);
        for (int i = 0; i + 2 < triangles.Count; i += 3)
        {
            polygon.Clear();
            for (int k = 0; k < 3; k++)
            {
                AddEdge(triangles[i + k], triangles[i + ((k + 1) % 3)], axis, at, polygon);
            }

            for (int k = 2; k < polygon.Count; k++)
            {
                kept.AddRange([polygon[0], polygon[k - 1], polygon[k]]);
            }
        }

        return kept;
    }

    private static void AddEdge(Vector3d a, Vector3d b, Vector3d axis, double at, List<Vector3d> polygon)
    {
        double beyondA = Vector3d.Dot(a, axis) - at, beyondB = Vector3d.Dot(b, axis) - at;
        if (beyondA <= 0)
        {
            polygon.Add(a);
        }

        if ((beyondA < 0 && beyondB > 0) || (beyondA > 0 && beyondB < 0))
        {
            polygon.Add(a + ((beyondA / (beyondA - beyondB)) * (b - a)));
        }
    }
}
