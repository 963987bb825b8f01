using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Furnishing;

/// <summary>Puts up rooms, lamps and furniture in a scene. Metres; the floor is at y = 0.</summary>
internal sealed class Interior(SceneBuilder scene)
{
    private const double WideCone = 1.45;
    private const float Thickness = 0.2f;

    /// <summary>How far walls, floor and ceiling reach into each other: where two meshes only met at an edge, background would shine through.</summary>
    private const float Overlap = 0.1f;

    /// <summary>A material of the library.</summary>
    public int Material(string name) => scene.Include(MaterialLibrary.Create(name));

    /// <summary>A mesh that is put together from parts.</summary>
    public int Mesh(string name, Action<ObjectParts> build) => scene.AddMesh(name, mesh => build(new(scene, mesh)));

    /// <summary>A closed room about the middle of the floor; every wall is an object of its own.</summary>
    public void AddRoom(Vector3 size, string floor, string wall)
    {
        AddSlab("floor", Material(floor), new(0, -Thickness, 0), new(size.X + (2 * Overlap), Thickness, size.Z + (2 * Overlap)));
        AddSlab("ceiling", CeilingPaint(), new(0, size.Y, 0), new(size.X + (2 * Overlap), Thickness, size.Z + (2 * Overlap)));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            AddWall(wall, new(side * (size.X + Thickness) / 2, 0, 0), new(Thickness, size.Y, size.Z));
            AddWall(wall, new(0, 0, side * (size.Z + Thickness) / 2), new(size.X, size.Y, Thickness));
        }
    }

    /// <summary>A wall that reaches a little into floor, ceiling and its neighbours.</summary>
    public void AddWall(string material, Vector3d at, Vector3 size)
    {
        Vector3 grown = size + new Vector3(size.X > size.Z ? 2 * Overlap : 0, 2 * Overlap, size.Z >= size.X ? 2 * Overlap : 0);
        AddSlab("wall", Material(material), at - new Vector3d(0, Overlap, 0), grown);
    }

    public void AddSlab(string category, int material, Vector3d at, Vector3 size) =>
        scene.AddObject(category, Mesh(category, parts => parts.Box(material, Vector3.Zero, size, 0.001f)), at);

    /// <summary>A hanging LED panel and its light.</summary>
    /// <param name="name">Of the light.</param>
    /// <param name="at">Middle of the panel.</param>
    /// <param name="size">Of the panel along X and Z.</param>
    /// <param name="candela">Luminous intensity downwards.</param>
    /// <param name="drop">Length of its rods, up to the ceiling.</param>
    /// <param name="color">Of its light, linear.</param>
    /// <param name="outerConeAngle">Radians from the axis to where its light ends.</param>
    public void AddPanelLamp(string name, Vector3d at, Vector2 size, double candela, float drop, Vector3 color, double outerConeAngle = WideCone)
    {
        // A flat panel's luminance is its intensity over its area.
        int glow = scene.AddMaterial(new() { Name = $"{name}_panel", Metallic = 0, Roughness = 0.4f, Emissive = color * (float)(candela / (size.X * size.Y)), GlowOf = name });
        int housing = Material("aluminium");
        scene.AddObject("lamp", Mesh("lamp", parts =>
        {
            parts.Box(housing, new Vector3(0, 0.004f, 0), new(size.X, 0.05f, size.Y), 0.008f);
            parts.Box(glow, Vector3.Zero, new(size.X - 0.03f, 0.006f, size.Y - 0.03f), 0.001f);
            foreach (float s in (ReadOnlySpan<float>)[-0.4f, 0.4f])
            {
                parts.Bar(housing, new(s * size.X, 0.05f, 0), new(s * size.X, drop, 0), 0.004f, 8);
            }
        }), at);
        scene.AddLampDown(name, Panel(candela, MathF.Min(size.X, size.Y) / 2, color, outerConeAngle), at - new Vector3d(0, 0.01, 0));
    }

    /// <summary>Light of a flat panel: nearly all of the half space before it, or as much of it as its louvre lets out.</summary>
    public static Light Panel(double candela, double radius, Vector3 color, double outerConeAngle = WideCone) => new()
    {
        Kind = LightKind.Spot,
        Color = color,
        Intensity = candela,
        InnerConeAngle = 0.7,
        OuterConeAngle = outerConeAngle,
        RadiusMetres = radius,
    };

    private int CeilingPaint() => _ceilingPaint ??= scene.AddMaterial(new() { Name = "ceiling-paint", BaseColor = new(0.68f, 0.68f, 0.66f, 1), Metallic = 0, Roughness = 0.8f });

    private int? _ceilingPaint;
}
