namespace SensorSim.Rendering.Twin;

/// <summary>How a device filters textures.</summary>
/// <param name="Anisotropy">Most samples of anisotropic filtering, 1 to 16.</param>
/// <param name="Interleaves">Whether the textures of a material are filtered together where they fit, instead of one by one with samplers.</param>
internal readonly record struct TextureFiltering(float Anisotropy, bool Interleaves);
