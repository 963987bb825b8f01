namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_anisotropy: a surface that is rougher along one direction, as brushed metal.</summary>
/// <param name="Strength">0 to 1; along the direction alpha becomes mix(alpha, 1, strength²).</param>
/// <param name="RotationRadians">Of the direction, from the tangent towards the bitangent.</param>
/// <param name="Texture">The direction in RG (0..1 is −1..1 along tangent and bitangent), which the rotation turns further; B scales the strength.</param>
public sealed record Anisotropy(float Strength, float RotationRadians, TextureBinding? Texture);
