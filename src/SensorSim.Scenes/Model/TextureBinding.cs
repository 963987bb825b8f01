using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>A texture as a material uses it.</summary>
/// <param name="Texture">Index in <see cref="Scene.Textures"/>.</param>
/// <param name="TexCoord">UV set, 0 or 1.</param>
/// <param name="Transform">Maps (u, v, 1) to the sampled coordinate (KHR_texture_transform); identity without it.</param>
/// <param name="Strength">Normal scale or occlusion strength; 1 elsewhere.</param>
public sealed record TextureBinding(int Texture, int TexCoord, Matrix3x2 Transform, float Strength);
