using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.Scenes.Cousins;

/// <summary>One value that every sample draws.</summary>
/// <param name="Name">"lights.ceiling_2.intensity": what the record calls it, and the address of its random number.</param>
/// <param name="Distribution">What it is drawn from.</param>
public sealed record BoundDraw(string Name, Distribution Distribution);
