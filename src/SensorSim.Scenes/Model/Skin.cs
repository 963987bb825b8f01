using SensorSim.Geometry;

namespace SensorSim.Scenes.Model;

/// <summary>Nodes that move the vertices of a mesh.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Joints">Indices of the nodes.</param>
/// <param name="InverseBindMatrices">Mesh to joint at the bind pose, by joint.</param>
public sealed record Skin(string? Name, IReadOnlyList<int> Joints, IReadOnlyList<Matrix4x4d> InverseBindMatrices);
