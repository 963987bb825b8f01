using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>KHR_materials_volume: what lies beneath a surface that transmits. Light is refracted where it enters and absorbed on its way.</summary>
/// <param name="ThicknessMetres">Of the volume beneath the surface, in the mesh's space; 0 is a thin wall, which neither refracts nor absorbs.</param>
/// <param name="ThicknessTexture">Scales the thickness by G.</param>
/// <param name="AttenuationDistanceMetres">After which white light has the attenuation colour; infinite absorbs nothing.</param>
/// <param name="AttenuationColor">Linear, Rec. 709, 0 to 1.</param>
public sealed record Volume(float ThicknessMetres, TextureBinding? ThicknessTexture, float AttenuationDistanceMetres, Vector3 AttenuationColor);
