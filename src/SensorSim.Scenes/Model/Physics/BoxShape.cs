using SensorSim.Geometry;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>A box along the axes.</summary>
/// <param name="Size">From side to side, each above 0.</param>
public sealed record BoxShape(Vector3d Size) : ColliderShape;
