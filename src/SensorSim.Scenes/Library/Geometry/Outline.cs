using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>Closed lines in the ground plane, X right and Y towards -Z: counter-clockwise as seen from above encloses, clockwise leaves out.</summary>
internal static class Outline
{
    public static Vector2[] Circle(float radius, int points, Vector2 centre = default, float turn = 0)
    {
        var outline = new Vector2[points];
        for (int i = 0; i < points; i++)
        {
            (float sin, float cos) = MathF.SinCos(MathF.Tau * (i + turn) / points);
            outline[i] = centre + (radius * new Vector2(cos, sin));
        }

        return outline;
    }

    /// <summary>A rectangle with rounded corners.</summary>
    public static Vector2[] RoundedRectangle(Vector2 size, float radius, int pointsPerCorner)
    {
        float r = MathF.Min(radius, 0.499f * MathF.Min(size.X, size.Y));
        Vector2 inner = (size / 2) - new Vector2(r);
        var outline = new List<Vector2>();
        foreach ((int quarter, Vector2 sign) in ((ReadOnlySpan<Vector2>)[new(1, 1), new(-1, 1), new(-1, -1), new(1, -1)]).ToArray().Index())
        {
            for (int i = 0; i < pointsPerCorner; i++)
            {
                (float sin, float cos) = MathF.SinCos((MathF.PI / 2) * (quarter + ((float)i / (pointsPerCorner - 1))));
                outline.Add((sign * inner) + (r * new Vector2(cos, sin)));
            }
        }

        return [.. outline];
    }

    /// <summary>A spur gear's teeth: flanks that narrow from the root to the tip.</summary>
    public static Vector2[] Gear(float root, float tip, int teeth)
    {
        var outline = new List<Vector2>();
        for (int tooth = 0; tooth < teeth; tooth++)
        {
            foreach ((float at, float radius) in (ReadOnlySpan<(float, float)>)[(0.02f, root), (0.16f, root), (0.27f, 0.5f * (root + tip)), (0.41f, tip), (0.61f, tip), (0.75f, 0.5f * (root + tip)), (0.86f, root)])
            {
                (float sin, float cos) = MathF.SinCos(MathF.Tau * (tooth + at) / teeth);
                outline.Add(radius * new Vector2(cos, sin));
            }
        }

        return [.. outline];
    }

    /// <summary>The outline as a hole: the other way round.</summary>
    public static Vector2[] Hole(this Vector2[] outline) => [.. outline.Reverse()];

    /// <summary>The outline moved towards what it encloses; a hole becomes larger.</summary>
    public static Vector2[] Inset(this Vector2[] outline, float distance)
    {
        int count = outline.Length;
        return [.. outline.Select((p, i) =>
        {
            Vector2 before = Left(outline[(i + count - 1) % count], p), after = Left(p, outline[(i + 1) % count]);
            return p + (distance * (before + after) / (1 + Vector2.Dot(before, after)));
        })];
    }

    public static Vector3[] At(this Vector2[] outline, float height) => [.. outline.Select(p => new Vector3(p.X, height, -p.Y))];

    private static Vector2 Left(Vector2 from, Vector2 to)
    {
        Vector2 d = Vector2.Normalize(to - from);
        return new(-d.Y, d.X);
    }
}
