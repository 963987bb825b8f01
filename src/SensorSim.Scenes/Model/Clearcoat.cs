namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_clearcoat: a clear dielectric of index 1.5 over everything else.</summary>
/// <param name="Factor">How much of the surface it covers, 0 to 1.</param>
/// <param name="Texture">Scales the factor by R.</param>
/// <param name="Roughness">Perceptual, 0 to 1.</param>
/// <param name="RoughnessTexture">Scales the roughness by G.</param>
/// <param name="NormalTexture">The coat's own normals; without it the coat follows the mesh, not the base's normal map.</param>
public sealed record Clearcoat(
    float Factor, TextureBinding? Texture, float Roughness, TextureBinding? RoughnessTexture, TextureBinding? NormalTexture);
