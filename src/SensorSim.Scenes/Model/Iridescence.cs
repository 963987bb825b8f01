namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_iridescence: a thin film whose two reflections interfere.</summary>
/// <param name="Factor">Strength, 0 to 1.</param>
/// <param name="Texture">Scales the factor by R.</param>
/// <param name="Ior">The film's index of refraction, at least 1.</param>
/// <param name="MinimumThicknessNm">The film's thickness where the thickness texture's G is 0, nanometres.</param>
/// <param name="MaximumThicknessNm">Where it is 1, and everywhere without a texture, nanometres; it may be less than the minimum.</param>
/// <param name="ThicknessTexture">Blends from minimum to maximum by G.</param>
public sealed record Iridescence(
    float Factor, TextureBinding? Texture, float Ior, float MinimumThicknessNm, float MaximumThicknessNm, TextureBinding? ThicknessTexture);
