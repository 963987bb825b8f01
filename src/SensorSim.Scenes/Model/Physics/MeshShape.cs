using SensorSim.Geometry;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>The surface of meshes, undeformed.</summary>
/// <param name="Parts">Each a mesh of the scene and how it lies in the collider's node.</param>
/// <param name="IsHull">Whether the convex hull of all of them is meant.</param>
public sealed record MeshShape(IReadOnlyList<(int Mesh, Matrix4x4d ToNode)> Parts, bool IsHull) : ColliderShape;
