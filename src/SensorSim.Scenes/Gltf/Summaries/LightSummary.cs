namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A light on a node.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Name">What scenarios call it: of the node, else of the light; with a number where others have the same.</param>
/// <param name="Kind">directional, point or spot.</param>
/// <param name="Intensity">Candela; lux for a directional light.</param>
/// <param name="Color">Linear RGB.</param>
/// <param name="RangeM">Metres; null without limit.</param>
public sealed record LightSummary(int Node, string Name, string Kind, double Intensity, float[] Color, double? RangeM);
