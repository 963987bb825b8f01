using System.Numerics;
using SensorSim.Scenes.Library.Textures;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// Bare and painted metals. Reflectance at normal incidence, linear Rec. 709, from measured indices (refractiveindex.info: Johnson and Christy 1974, Rakić 1998):
/// stainless steel 0.67 0.64 0.60, aluminium 0.91 0.92 0.92, brass 0.91 0.78 0.42, zinc 0.66 0.82 0.85; a weathered zinc coat has its oxide on top and is darker.
/// </summary>
internal static class MetalMaterials
{
    private static readonly Vector4 s_stainless = new(0.67f, 0.64f, 0.60f, 1);
    private static readonly Vector4 s_zinc = new(0.70f, 0.73f, 0.76f, 1);
    private static readonly Vector4 s_aluminium = new(0.91f, 0.92f, 0.92f, 1);
    private static readonly Vector4 s_brass = new(0.91f, 0.78f, 0.42f, 1);

    public static IReadOnlyList<MaterialRecipe> All { get; } =
    [
        new("brushed-steel", 0.25, "stainless sheet, brushed along u", t => Bare(t, s_stainless, MetalTexture.Brushed, 0.9f) with
        {
            // Highlights are drawn out across the strokes.
            Anisotropy = new(0.55f, MathF.PI / 2, null),
        }),
        new("galvanised-steel", 0.3, "hot-dip galvanised sheet with its spangle", t => Bare(t, s_zinc, MetalTexture.Galvanised, 0.5f)),
        new("aluminium", 0.2, "bead-blasted aluminium", t => Bare(t, s_aluminium, MetalTexture.Blasted, 0.6f)),
        new("brass", 0.2, "turned brass, a little tarnished", t => Bare(t, s_brass, MetalTexture.Turned, 0.4f)),
        new("painted-steel", 0.6, "powder-coated sheet with dust and scuffs", t => new()
        {
            // RAL 5014, pigeon blue: the paint's hue is the factor, so that a scenario may change it.
            BaseColor = new(0.135f, 0.185f, 0.275f, 1),
            Metallic = 1,
            Roughness = 1,
            BaseColorTexture = t.Add(PowderCoatTexture.Color(MaterialRecipe.Texels)),
            MetallicRoughnessTexture = t.Add(PowderCoatTexture.Roughness(MaterialRecipe.Texels)),
            NormalTexture = t.Add(PowderCoatTexture.Normals(MaterialRecipe.Texels)),
        }),
    ];

    private static Material Bare(TileTextures textures, Vector4 reflectance, MetalTexture texture, float relief) => new()
    {
        BaseColor = reflectance,
        Metallic = 1,
        Roughness = 1,
        BaseColorTexture = textures.Add(texture.Color(MaterialRecipe.Texels)),
        MetallicRoughnessTexture = textures.Add(texture.Roughness(MaterialRecipe.Texels)),
        NormalTexture = textures.Add(texture.Normals(MaterialRecipe.Texels), relief),
    };
}
