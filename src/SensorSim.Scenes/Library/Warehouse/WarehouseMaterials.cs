using System.Numerics;
using SensorSim.Scenes.Library.Textures;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>The materials of the warehouse, by index. Base colours are linear.</summary>
internal sealed class WarehouseMaterials
{
    /// <summary>Luminance of a lamp's panel: its luminous intensity over its area.</summary>
    private const float LampPanelNits = 12000;

    private readonly SceneBuilder _scene;

    public WarehouseMaterials(SceneBuilder scene)
    {
        _scene = scene;
        Cardboard = AddCardboard();
        Concrete = Add("concrete", 1, 0, 1, scene.AddTexture(ConcreteTexture.Color(1024)), scene.AddTexture(ConcreteTexture.Normals(512)), scene.AddTexture(ConcreteTexture.Roughness(256)));
        Blockwork = Add("blockwork", 1, 0, 0.85f, scene.AddTexture(BlockworkTexture.Color(512)), scene.AddTexture(BlockworkTexture.Normals(512)));
        AddPaints();
        Wood = Add("wood", 1, 0, 0.85f, scene.AddTexture(WoodTexture.Planks(512)));
        Chipboard = Add("chipboard", 1, 0, 0.8f, scene.AddTexture(WoodTexture.Chipboard(512)));
        AddPlastics();
        Rubber = Add("rubber", 0.02f, 0, 0.9f);
        Zinc = Add("zinc", 0.55f, 1, 0.42f);
        Sign = Add("sign", 1, 0, 0.4f, scene.AddTexture(SignTexture.Aisle("A7", 256)));
        Label = Add("label", 1, 0, 0.5f, scene.AddTexture(SignTexture.Label(64)));
        LampHousing = Add("lamp_housing", 0.75f, 0, 0.5f);
    }

    /// <summary>Shades of board, from pale to recycled.</summary>
    public IReadOnlyList<int> Cardboard { get; }

    public int Concrete { get; }

    public int Blockwork { get; }

    public int UprightPaint { get; private set; }

    public int BeamPaint { get; private set; }

    public int CeilingPaint { get; private set; }

    public int FloorPaint { get; private set; }

    public int CartPaint { get; private set; }

    public IReadOnlyList<int> BarrelPaint { get; private set; } = [];

    public IReadOnlyList<int> Plastic { get; private set; } = [];

    public int Wood { get; }

    public int Chipboard { get; }

    public int Rubber { get; }

    public int Zinc { get; }

    public int Sign { get; }

    public int Label { get; }

    public int LampHousing { get; }

    /// <summary>The panel of a lamp.</summary>
    public int LampPanel(string lamp) => _scene.AddMaterial(new() { Name = $"{lamp}_panel", Metallic = 0, Roughness = 0.4f, Emissive = new(LampPanelNits), GlowOf = lamp });

    private int[] AddCardboard()
    {
        TextureBinding color = _scene.AddTexture(CardboardTexture.Color(1024)), normal = _scene.AddTexture(CardboardTexture.Normals(512));
        Vector3[] shades = [new(1), new(0.82f, 0.78f, 0.74f), new(1.0f, 0.93f, 0.86f)];
        return [.. shades.Select((shade, i) => Add($"cardboard_{i + 1}", shade, 0, 0.88f, color, normal))];
    }

    private void AddPaints()
    {
        TextureBinding color = _scene.AddTexture(PaintedMetalTexture.Color(512)), roughness = _scene.AddTexture(PaintedMetalTexture.Roughness(256));
        int Paint(string name, float r, float g, float b) => Add(name, new Vector3(r, g, b), 1, 1, color, null, roughness);
        UprightPaint = Paint("paint_blue", 0.015f, 0.065f, 0.24f);
        BeamPaint = Paint("paint_orange", 0.72f, 0.17f, 0.012f);
        CeilingPaint = Add("paint_grey", 0.6f, 0, 0.7f);
        FloorPaint = Paint("paint_yellow", 0.78f, 0.5f, 0.02f);
        CartPaint = Paint("paint_red", 0.42f, 0.025f, 0.02f);
        BarrelPaint = [Paint("paint_barrel_blue", 0.02f, 0.12f, 0.36f), Paint("paint_barrel_green", 0.02f, 0.16f, 0.08f)];
    }

    private void AddPlastics()
    {
        TextureBinding normal = _scene.AddTexture(PlasticTexture.Normals(256));
        int Mould(string name, float r, float g, float b) => Add(name, new Vector3(r, g, b), 0, 0.42f, null, normal);
        Plastic = [Mould("plastic_blue", 0.02f, 0.13f, 0.5f), Mould("plastic_red", 0.5f, 0.03f, 0.025f), Mould("plastic_grey", 0.22f, 0.23f, 0.24f), Mould("plastic_yellow", 0.75f, 0.45f, 0.02f)];
    }

    private int Add(string name, float grey, float metallic, float roughness, TextureBinding? color = null, TextureBinding? normal = null, TextureBinding? surface = null) =>
        Add(name, new Vector3(grey), metallic, roughness, color, normal, surface);

    private int Add(string name, Vector3 color, float metallic, float roughness, TextureBinding? texture, TextureBinding? normal, TextureBinding? surface = null) =>
        _scene.AddMaterial(new()
        {
            Name = name,
            BaseColor = new(color, 1),
            // With a surface texture its metalness counts in full; concrete's says 0.
            Metallic = surface is null ? metallic : 1,
            Roughness = roughness,
            BaseColorTexture = texture,
            NormalTexture = normal,
            MetallicRoughnessTexture = surface,
        });
}
