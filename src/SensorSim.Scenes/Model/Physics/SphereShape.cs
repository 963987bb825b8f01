namespace SensorSim.Scenes.Model.Physics;

/// <summary>A ball.</summary>
/// <param name="Radius">Above 0.</param>
public sealed record SphereShape(double Radius) : ColliderShape;
