using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>What lies in bins: nuts (ISO 4032), brackets, gears, flanges, shafts. Metres.</summary>
internal static class MachineParts
{
    public static IReadOnlyList<ObjectRecipe> All { get; } =
    [
        new("hex-nut", "part", new(0.0635f, 0.029f, 0.055f), parts => Nut(parts, "galvanised-steel", 0.055f, 0.029f, 0.018f)),
        new("hex-nut-m24", "part", new(0.0416f, 0.0202f, 0.036f), parts => Nut(parts, "brass", 0.036f, 0.0202f, 0.012f)),
        new("bracket", "part", new(0.08f, 0.06f, 0.05f), Bracket),
        new("gear", "part", new(0.084f, 0.024f, 0.084f), Gear),
        new("flange", "part", new(0.11f, 0.036f, 0.11f), Flange),
        new("shaft", "part", new(0.18f, 0.034f, 0.034f), Shaft),
        new("pulley", "part", new(0.076f, 0.03f, 0.076f), Pulley),
    ];

    private static void Nut(ObjectParts parts, string material, float acrossFlats, float height, float thread)
    {
        const int points = 48;
        int steel = parts.Material(material);
        float face = 0.475f * acrossFlats;
        Vector2[] circle = Outline.Circle(face, points);

        // The chamfer is a cone of 30 degrees about the axis, which cuts the corners deeper than the flats.
        Vector2[] hexagon = [.. circle.Select(p => p * (Hexagonal(p, acrossFlats / 2) / face))];
        float[] cut = [.. hexagon.Select(p => (p.Length() - face) * 0.577f)];
        Vector3[] Ring(Func<int, float> at) => [.. hexagon.Select((p, i) => new Vector3(p.X, at(i), -p.Y))];
        RingSurface.AddTo(parts.Mesh, steel, default(Placement) with { Rotation = Quaternion.Identity }, [circle.At(0), Ring(i => cut[i]), Ring(i => height - cut[i]), circle.At(height)]);
        Vector2[] entry = Outline.Circle(1.05f * thread, 24).Hole();
        RingSurface.AddTo(parts.Mesh, steel, Placement.At(0, 0, 0), [.. Thread(entry, thread, height)]);
        PolygonCap.AddTo(parts.Mesh, steel, Placement.At(0, 0, 0), 0, up: false, circle, entry);
        PolygonCap.AddTo(parts.Mesh, steel, Placement.At(0, 0, 0), height, up: true, circle, entry);
    }

    private static float Hexagonal(Vector2 p, float apothem)
    {
        float best = 0;
        for (int side = 0; side < 6; side++)
        {
            (float sin, float cos) = MathF.SinCos((side + 0.5f) * MathF.PI / 3);
            best = MathF.Max(best, Vector2.Dot(Vector2.Normalize(p), new(cos, sin)));
        }

        return apothem / best;
    }

    /// <summary>The grooves of a thread as rings: its pitch does not show, its ridges do.</summary>
    private static IEnumerable<Vector3[]> Thread(Vector2[] entry, float radius, float height)
    {
        const int ridges = 6;
        float lead = 0.08f * height, step = (height - (2 * lead)) / (2 * ridges);
        yield return entry.At(0);
        for (int i = 0; i <= 2 * ridges; i++)
        {
            float r = i % 2 == 0 ? 0.89f : 0.99f;
            yield return [.. entry.Select(p => r / 1.05f * p).ToArray().At(lead + (i * step))];
        }

        yield return entry.At(height);
    }

    private static void Bracket(ObjectParts parts)
    {
        const float wall = 0.005f, chamfer = 0.0006f;
        int paint = parts.Material("aluminium");
        Vector2[] Plate(float length) => Outline.RoundedRectangle(new(length, 0.05f), 0.006f, 5);
        Extrusion.AddTo(
            parts.Mesh, paint, Placement.At(0, 0, 0), wall, chamfer,
            Plate(0.08f), Outline.Circle(0.0045f, 20, new(0.02f, 0.012f)).Hole(), Outline.Circle(0.0045f, 20, new(0.02f, -0.012f)).Hole());
        var upright = new Placement(new(-0.04f + wall, 0.03f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2));
        Extrusion.AddTo(parts.Mesh, paint, upright, wall, chamfer, Plate(0.06f), Outline.Circle(0.0075f, 24, new(0.008f, 0)).Hole());
        var rib = new Placement(new(0, 0, -0.0025f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2));
        Extrusion.AddTo(parts.Mesh, paint, rib, wall, chamfer, [new Vector2(-0.037f, 0.003f), new(0.008f, 0.003f), new(0.008f, 0.006f), new(-0.034f, 0.044f), new(-0.037f, 0.044f)]);
    }

    private static void Gear(ObjectParts parts)
    {
        int steel = parts.Material("brushed-steel");
        Vector2[][] openings = [.. Enumerable.Range(0, 5).Select(i => Outline.Circle(0.0068f, 16, Outline.Circle(0.0235f, 5)[i]).Hole())];
        Extrusion.AddTo(parts.Mesh, steel, Placement.At(0, 0, 0), 0.016f, 0.0007f, [Outline.Gear(0.0365f, 0.042f, 24), Outline.Circle(0.009f, 28).Hole(), .. openings]);
        Extrusion.AddTo(parts.Mesh, steel, Placement.At(0, 0.0004f, 0), 0.0236f, 0.0008f, Outline.Circle(0.0145f, 36), Outline.Circle(0.0087f, 28).Hole());
    }

    private static void Flange(ObjectParts parts)
    {
        int steel = parts.Material("brushed-steel");
        Vector2[][] bolts = [.. Enumerable.Range(0, 6).Select(i => Outline.Circle(0.0055f, 18, Outline.Circle(0.0435f, 6)[i]).Hole())];
        Extrusion.AddTo(parts.Mesh, steel, Placement.At(0, 0, 0), 0.012f, 0.001f, [Outline.Circle(0.055f, 64), Outline.Circle(0.021f, 40).Hole(), .. bolts]);
        parts.Turned(steel, Placement.At(0, 0, 0), 40, new(0.0207f, 0.0004f), new(0.033f, 0.0004f), new(0.033f, 0.012f), new(0.0285f, 0.018f), new(0.0275f, 0.035f), new(0.0265f, 0.036f), new(0.0215f, 0.036f), new(0.0207f, 0.0352f), new(0.0207f, 0.0004f));
    }

    private static void Shaft(ObjectParts parts)
    {
        var lying = new Placement(new(-0.09f, 0.017f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -MathF.PI / 2));
        parts.Turned(
            parts.Material("brushed-steel"), lying, 40,
            new(0, 0), new(0.009f, 0), new(0.01f, 0.001f), new(0.01f, 0.03f), new(0.0125f, 0.03f), new(0.0135f, 0.031f), new(0.0135f, 0.07f), new(0.016f, 0.07f), new(0.017f, 0.071f), new(0.017f, 0.087f),
            new(0.016f, 0.088f), new(0.0135f, 0.088f), new(0.0135f, 0.14f), new(0.0125f, 0.141f), new(0.0105f, 0.141f), new(0.0105f, 0.144f), new(0.0115f, 0.144f), new(0.0115f, 0.179f), new(0.0105f, 0.18f), new(0, 0.18f));
    }

    private static void Pulley(ObjectParts parts) => parts.Turned(
        parts.Material("aluminium"), Placement.At(0, 0, 0), 48,
        new(0.008f, 0.001f), new(0.0085f, 0), new(0.016f, 0), new(0.017f, 0.001f), new(0.017f, 0.009f), new(0.028f, 0.009f), new(0.028f, 0.0025f), new(0.029f, 0.0015f), new(0.037f, 0.0015f), new(0.038f, 0.0025f),
        new(0.038f, 0.005f), new(0.0275f, 0.0095f), new(0.0275f, 0.0145f), new(0.038f, 0.019f), new(0.038f, 0.0215f), new(0.037f, 0.0225f), new(0.029f, 0.0225f), new(0.028f, 0.0215f), new(0.028f, 0.0148f),
        new(0.017f, 0.0148f), new(0.017f, 0.029f), new(0.016f, 0.03f), new(0.0085f, 0.03f), new(0.008f, 0.029f), new(0.008f, 0.001f));
}
