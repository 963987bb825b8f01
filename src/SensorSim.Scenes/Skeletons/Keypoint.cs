using SensorSim.Geometry;

namespace SensorSim.Scenes.Skeletons;

/// <summary>A named point of an object.</summary>
/// <param name="Name">Unique within the object.</param>
/// <param name="Node">Index of the node that carries it along.</param>
/// <param name="Offset">Where it is in the node's frame, metres before the node's scale.</param>
public sealed record Keypoint(string Name, int Node, Vector3d Offset);
