using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_specular: strength and colour of what the surface of a dielectric reflects. Metals do not change.</summary>
/// <param name="Factor">Strength, 0 to 1.</param>
/// <param name="Texture">Scales the strength by A.</param>
/// <param name="Color">Scales reflectance at normal incidence: linear, Rec. 709, 0 or more; reflectance stays at most 1.</param>
/// <param name="ColorTexture">Scales the colour by RGB, sRGB-encoded.</param>
public sealed record SpecularReflection(float Factor, TextureBinding? Texture, Vector3 Color, TextureBinding? ColorTexture);
