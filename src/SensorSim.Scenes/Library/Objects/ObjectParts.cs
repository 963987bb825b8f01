using System.Numerics;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Textures;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>What an object is put together from.</summary>
/// <param name="Scene">Takes its materials.</param>
/// <param name="Mesh">Takes its triangles.</param>
internal sealed record ObjectParts(SceneBuilder Scene, MeshBuilder Mesh)
{
    private static readonly BoxMapping s_metres = new BoxMapping.Tiled(1);
    private static readonly Lazy<Image> s_shippingLabel = new(() => SignTexture.Label(64));

    /// <summary>A material of the library.</summary>
    public int Material(string name) => Scene.Include(MaterialLibrary.Create(name));

    /// <summary>A material of the library in a colour (linear) and by a name of its own.</summary>
    public int Material(string name, string own, Vector3 color) => Scene.Include(MaterialLibrary.Create(name), own, color);

    /// <summary>A printed label.</summary>
    public int ShippingLabel() => Scene.AddMaterial(new() { Name = "shipping-label", Metallic = 0, Roughness = 0.6f, BaseColorTexture = Scene.AddTexture(s_shippingLabel.Value) });

    /// <summary>A box whose lower side is centred on a point.</summary>
    public void Box(int material, Vector3 at, Vector3 size, float bevel = 0.002f) => Box(material, new Placement(at, Quaternion.Identity), size, bevel);

    public void Box(int material, Placement at, Vector3 size, float bevel = 0.002f) => BevelledBox.AddTo(Mesh, material, at, size, bevel, s_metres);

    /// <summary>A solid of revolution from its radii and heights.</summary>
    public void Turned(int material, Placement at, int segments, params ReadOnlySpan<Vector2> profile) => Lathe.AddInMetres(Mesh, material, at, segments, profile);

    /// <summary>A ball whose middle is on the y axis.</summary>
    /// <param name="material">Index of the material.</param>
    /// <param name="radius">Metres.</param>
    /// <param name="centre">Height of its middle, metres.</param>
    /// <param name="segments">Around the axis.</param>
    /// <param name="steps">From pole to pole.</param>
    public void Ball(int material, float radius, float centre, int segments, int steps) => Turned(material, Placement.At(0, 0, 0), segments, [.. Enumerable.Range(0, steps + 1).Select(i =>
    {
        (float sin, float cos) = MathF.SinCos(MathF.PI * i / steps);
        return new Vector2(i == 0 || i == steps ? 0 : radius * sin, centre - (radius * cos));
    })]);

    /// <summary>A round bar.</summary>
    public void Bar(int material, Vector3 from, Vector3 to, float radius, int segments = 12) => Tube.AddTo(Mesh, material, from, to, radius, segments, 1);

    /// <summary>A wheel with its axle along X.</summary>
    public void Wheel(int tyre, int hub, Vector3 centre, float radius, float width, int segments = 28)
    {
        var at = new Placement(centre + new Vector3(width / 2, 0, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2));
        float round = MathF.Min(0.15f * radius, 0.4f * width), rim = 0.6f * radius;
        Turned(tyre, at, segments, new(rim, 0), new(radius - round, 0), new(radius, round), new(radius, width - round), new(radius - round, width), new(rim, width), new(rim, 0));
        float dish = 0.15f * width;
        Turned(hub, at, segments, new(0, dish), new(0.3f * radius, dish * 0.4f), new(rim, dish), new(rim, width - dish), new(0.3f * radius, width - (dish * 0.4f)), new(0, width - dish));
    }
}
