using SensorSim.Scenes.Library.Textures;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// Planed boards glued side by side, the grain along u. Reflectance of dry wood: pine 0.4 to 0.6 in red, oak 0.25 to 0.45
/// (USDA Wood Handbook, chapter 3). Oiled surfaces are smoother where the late wood is dense.
/// </summary>
internal static class WoodMaterials
{
    public static IReadOnlyList<MaterialRecipe> All { get; } = [Wood("pine", "planed softwood boards", new GrainTexture(GrainTexture.Pine)), Wood("oak", "oiled hardwood boards", new GrainTexture(GrainTexture.Oak))];

    private static MaterialRecipe Wood(string name, string summary, GrainTexture grain) => new(name, 0.4, summary, t => new()
    {
        Metallic = 1,
        Roughness = 1,
        BaseColorTexture = t.Add(grain.Color($"{name}_color", MaterialRecipe.Texels)),
        MetallicRoughnessTexture = t.Add(grain.Roughness($"{name}_roughness", MaterialRecipe.FewTexels)),
        NormalTexture = t.Add(grain.Normals($"{name}_normal", MaterialRecipe.Texels)),
    });
}
