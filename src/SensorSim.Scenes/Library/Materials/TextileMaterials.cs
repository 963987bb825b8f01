using SensorSim.Scenes.Library.Textures;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>Woven cloth. Dyed cotton and wool reflect 0.05 to 0.5; loose fibres scatter at grazing angles (Estevez and Kulla 2017).</summary>
internal static class TextileMaterials
{
    public static IReadOnlyList<MaterialRecipe> All { get; } =
    [
        new("woven-fabric", 0.16, "a plain weave of coarse yarn", t => new()
        {
            Metallic = 0,
            Roughness = 0.95f,
            BaseColorTexture = t.Add(WeaveTexture.Color(MaterialRecipe.Texels)),
            NormalTexture = t.Add(WeaveTexture.Normals(MaterialRecipe.Texels)),
            Sheen = new(new(0.12f, 0.12f, 0.13f), null, 0.5f, null),
        }),
    ];
}
