namespace SensorSim.Scenes.Model.Physics;

/// <summary>The plane Y = 0, of which all below is solid.</summary>
/// <param name="SizeX">From side to side, above 0; null is without end.</param>
/// <param name="SizeZ">As <paramref name="SizeX"/>.</param>
public sealed record PlaneShape(double? SizeX, double? SizeZ) : ColliderShape;
