using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A vessel with a rounded rectangular section. Metres; the origin is in the middle of its lower side.</summary>
internal static class Tub
{
    /// <summary>Adds a vessel of one skin.</summary>
    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="material">Index of the material.</param>
    /// <param name="placement">Where it stands.</param>
    /// <param name="size">Of its section where the profile's inset is 0.</param>
    /// <param name="radius">Of the corners there.</param>
    /// <param name="profile">Inset and height from the middle of the underside along the outside, over the rim and down to the middle of the floor.</param>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, Vector2 size, float radius, params ReadOnlySpan<Vector2> profile)
    {
        const int corner = 5;
        var rings = new List<Vector3[]>();
        foreach (Vector2 step in profile)
        {
            Vector2[] section = Outline.RoundedRectangle(size - new Vector2(2 * step.X), MathF.Max(0.002f, radius - step.X), corner);
            rings.Add(section.At(step.Y));
        }

        RingSurface.AddTo(mesh, material, placement, rings);
        PolygonCap.AddTo(mesh, material, placement, profile[0].Y, up: false, [.. rings[0].Select(p => new Vector2(p.X, -p.Z))]);
        PolygonCap.AddTo(mesh, material, placement, profile[^1].Y, up: true, [.. rings[^1].Select(p => new Vector2(p.X, -p.Z))]);
    }
}
