namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_transmission: light that passes a dielectric's surface instead of being scattered back.</summary>
/// <param name="Factor">Share of what is not reflected, 0 to 1.</param>
/// <param name="Texture">Scales the factor by R.</param>
public sealed record Transmission(float Factor, TextureBinding? Texture);
