using SensorSim.Geometry;

namespace SensorSim.Scenes.Motion;

/// <summary>Where everything is at one instant.</summary>
/// <param name="NodeToWorld">By node.</param>
/// <param name="Meshes">What deforms meshes: node → pose, for every drawn node with a deformable mesh.</param>
public sealed record ScenePose(IReadOnlyList<Matrix4x4d> NodeToWorld, IReadOnlyDictionary<int, DeformedMesh> Meshes);
