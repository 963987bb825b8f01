using SensorSim.Scenes.Library.Textures;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// Corrugated and folding board. Reflectance of the papers: brown kraft liner 0.25 to 0.45, white clay-coated board 0.7 to 0.85 (ISO 2470 brightness
/// of 70 to 85 %). Paper is rough at every scale, so roughness is near 1 unless it is coated.
/// </summary>
internal static class BoardMaterials
{
    public static IReadOnlyList<MaterialRecipe> All { get; } =
    [
        new("kraft-cardboard", 0.5, "brown corrugated board, its flutes showing faintly", t => new()
        {
            Metallic = 0,
            Roughness = 0.9f,
            BaseColorTexture = t.Add(BoardTexture.Kraft(MaterialRecipe.Texels)),
            NormalTexture = t.Add(BoardTexture.Flutes(MaterialRecipe.Texels, 66)),
        }),
        new("white-cardboard", 0.5, "white-lined board, a little scuffed", t => new()
        {
            Metallic = 0,
            Roughness = 0.62f,
            BaseColorTexture = t.Add(BoardTexture.White(MaterialRecipe.Texels)),
            NormalTexture = t.Add(BoardTexture.Flutes(MaterialRecipe.Texels, 160), 0.5f),
        }),
        new("printed-cardboard", 0.24, "a printed and varnished folding box", t => new()
        {
            Metallic = 0,
            Roughness = 0.45f,
            BaseColorTexture = t.Add(PrintTexture.Color(MaterialRecipe.Texels)),
            NormalTexture = t.Add(BoardTexture.Flutes(MaterialRecipe.FewTexels, 80), 0.25f),

            // A water-based varnish, satin.
            Clearcoat = new(0.5f, null, 0.3f, null, null),
        }),
    ];
}
