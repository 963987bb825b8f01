using SensorSim.Scenes.Library.Textures;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// Concrete, screed, masonry and ceramics. Reflectance: concrete 0.2 to 0.45 (ASTM E1918 surveys), emulsion paint 0.6 to 0.8, glazed porcelain 0.7 to 0.85.
/// A wet floor is darker by about a half, because the film sends light back into the pores (Lekner and Dorf 1988), and mirrors at 2 % (water, n = 1.33)
/// where it stands.
/// </summary>
internal static class MineralMaterials
{
    /// <summary>A coat has n = 1.5 and reflects 4 % at normal incidence; water reflects 2 %.</summary>
    private const float WaterCoat = 0.5f;

    public static IReadOnlyList<MaterialRecipe> All { get; } =
    [
        new("concrete", 1.5, "cast concrete with pores and clouds", t => new()
        {
            Metallic = 0,
            Roughness = 0.85f,
            BaseColorTexture = t.Add(CastConcreteTexture.Color(MaterialRecipe.Texels)),
            NormalTexture = t.Add(CastConcreteTexture.Normals(MaterialRecipe.Texels)),
        }),
        new("floor-dry", 1.6, "a ground screed with visible aggregate, dry", t => new()
        {
            Metallic = 1,
            Roughness = 1,
            BaseColorTexture = t.Add(ScreedTexture.Dry(MaterialRecipe.Texels)),
            MetallicRoughnessTexture = t.Add(ScreedTexture.DryRoughness(MaterialRecipe.FewTexels)),
            NormalTexture = t.Add(ScreedTexture.Normals(MaterialRecipe.Texels), 0.6f),
        }),
        new("floor-wet", 1.6, "the same screed with a film of water and puddles", t => new()
        {
            Metallic = 1,
            Roughness = 1,
            BaseColorTexture = t.Add(ScreedTexture.Wet(MaterialRecipe.Texels)),
            MetallicRoughnessTexture = t.Add(ScreedTexture.WetRoughness(MaterialRecipe.FewTexels)),
            NormalTexture = t.Add(ScreedTexture.Normals(MaterialRecipe.Texels), 0.35f),
            Clearcoat = new(WaterCoat, t.Add(ScreedTexture.Film(MaterialRecipe.FewTexels)), 0.04f, null, null),
        }),
        new("blockwork", 1.2, "painted concrete blocks", t => new()
        {
            Metallic = 0,
            Roughness = 0.85f,
            BaseColorTexture = t.Add(BlockworkTexture.Color(MaterialRecipe.Texels)),
            NormalTexture = t.Add(BlockworkTexture.Normals(MaterialRecipe.Texels)),
        }),
        new("glazed-ceramic", 0.3, "white porcelain under its glaze", _ => new()
        {
            BaseColor = new(0.78f, 0.77f, 0.73f, 1),
            Metallic = 0,
            Roughness = 0.35f,
            Clearcoat = new(1, null, 0.05f, null, null),
        }),
    ];
}
