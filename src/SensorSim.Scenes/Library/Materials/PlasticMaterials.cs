using SensorSim.Scenes.Library.Textures;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// Plastics and rubber. Indices of refraction: ABS 1.54, polypropylene 1.49, natural rubber 1.52 (Polymer Handbook). Rubber filled with carbon black
/// reflects 3 to 5 %. Colours are factors, not textures, so that a scenario may change them.
/// </summary>
internal static class PlasticMaterials
{
    public static IReadOnlyList<MaterialRecipe> All { get; } =
    [
        new("glossy-plastic", 0.3, "polished ABS with fine scratches", t => new()
        {
            BaseColor = new(0.46f, 0.035f, 0.03f, 1),
            Metallic = 1,
            Roughness = 1,
            Ior = 1.54f,
            MetallicRoughnessTexture = t.Add(PlasticTexture.Scratches(MaterialRecipe.Texels)),
        }),
        new("matte-plastic", 0.12, "moulded polypropylene with a grained surface", t => new()
        {
            BaseColor = new(0.2f, 0.22f, 0.24f, 1),
            Metallic = 0,
            Roughness = 0.52f,
            Ior = 1.49f,
            NormalTexture = t.Add(PlasticTexture.Grain(MaterialRecipe.FewTexels)),
        }),
        new("rubber", 0.2, "black rubber, dusty", t => new()
        {
            Metallic = 0,
            Roughness = 0.88f,
            Ior = 1.52f,
            BaseColorTexture = t.Add(RubberTexture.Color(MaterialRecipe.FewTexels)),
            NormalTexture = t.Add(PlasticTexture.Grain(MaterialRecipe.FewTexels), 0.6f),
        }),
    ];
}
