using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_sheen: fibres that scatter back and at grazing angles, as velvet's.</summary>
/// <param name="Color">Linear, Rec. 709, 0 to 1; black is no sheen.</param>
/// <param name="ColorTexture">Scales the colour by RGB, sRGB-encoded.</param>
/// <param name="Roughness">0 to 1; its square is the fibres' divergence from the normal.</param>
/// <param name="RoughnessTexture">Scales the roughness by A.</param>
public sealed record Sheen(Vector3 Color, TextureBinding? ColorTexture, float Roughness, TextureBinding? RoughnessTexture);
