using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>Distances between points and triangles.</summary>
internal static class TriangleDistance
{
    /// <summary>Square of the distance from a point to the nearest point of a triangle. Source: Ericson, "Real-Time Collision Detection", 2005, section 5.1.5.</summary>
    public static double Squared(Vector3d p, Vector3d a, Vector3d b, Vector3d c)
    {
        Vector3d nearest = NearestTo(p, a, b, c) - p;
        return Vector3d.Dot(nearest, nearest);
    }

    private static Vector3d NearestTo(Vector3d p, Vector3d a, Vector3d b, Vector3d c)
    {
        Vector3d ab = b - a, ac = c - a, ap = p - a, bp = p - b, cp = p - c;
        double d1 = Vector3d.Dot(ab, ap), d2 = Vector3d.Dot(ac, ap), d3 = Vector3d.Dot(ab, bp), d4 = Vector3d.Dot(ac, bp), d5 = Vector3d.Dot(ab, cp), d6 = Vector3d.Dot(ac, cp);
        double va = (d3 * d6) - (d5 * d4), vb = (d5 * d2) - (d1 * d6), vc = (d1 * d4) - (d3 * d2);
        return d1 <= 0 && d2 <= 0 ? a
            : d3 >= 0 && d4 <= d3 ? b
            : d6 >= 0 && d5 <= d6 ? c
            : vc <= 0 && d1 >= 0 && d3 <= 0 ? a + ((d1 / (d1 - d3)) * ab)
            : vb <= 0 && d2 >= 0 && d6 <= 0 ? a + ((d2 / (d2 - d6)) * ac)
            : va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0 ? b + (((d4 - d3) / (d4 - d3 + (d5 - d6))) * (c - b))
            : a + ((vb / (va + vb + vc)) * ab) + ((vc / (va + vb + vc)) * ac);
    }
}
