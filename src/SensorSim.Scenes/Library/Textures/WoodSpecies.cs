using System.Numerics;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>What tells one wood from another.</summary>
/// <param name="Early">Wood of spring, sRGB.</param>
/// <param name="Late">Wood of summer, sRGB.</param>
/// <param name="RingsPerBoard">Year rings that a board's width would cut if they stood upright.</param>
/// <param name="Pores">How much vessels darken, 0 to 1.</param>
/// <param name="Knots">How many of the boards have a knot, 0 to 1.</param>
/// <param name="Roughness">Mean perceptual roughness.</param>
/// <param name="Seed">Of the noise.</param>
internal sealed record WoodSpecies(Vector3 Early, Vector3 Late, float RingsPerBoard, float Pores, float Knots, float Roughness, uint Seed);
