using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A plate with an outline, holes and chamfered edges; it lies on the ground plane.</summary>
internal static class Extrusion
{
    /// <summary>Adds the plate.</summary>
    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="material">Index of the material.</param>
    /// <param name="placement">Where it lies.</param>
    /// <param name="thickness">Metres, along +Y.</param>
    /// <param name="chamfer">Of all edges, metres.</param>
    /// <param name="outlines">What it encloses, counter-clockwise; then its holes, clockwise.</param>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, float thickness, float chamfer, params IReadOnlyList<Vector2[]> outlines)
    {
        Vector2[][] inset = [.. outlines.Select(o => o.Inset(chamfer))];
        foreach ((int i, Vector2[] outline) in outlines.Index())
        {
            RingSurface.AddTo(mesh, material, placement, [inset[i].At(0), outline.At(chamfer), outline.At(thickness - chamfer), inset[i].At(thickness)]);
        }

        PolygonCap.AddTo(mesh, material, placement, 0, up: false, inset);
        PolygonCap.AddTo(mesh, material, placement, thickness, up: true, inset);
    }
}
