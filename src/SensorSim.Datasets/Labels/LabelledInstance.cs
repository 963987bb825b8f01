using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>One instance of the posed scene, as labels need it.</summary>
/// <param name="Id">From 1 to 65535, as in the instance image.</param>
/// <param name="CategoryId">0 = unlabelled.</param>
/// <param name="Name">Unique in the scene.</param>
/// <param name="Node">Index of the glTF node.</param>
/// <param name="ObjectToWorld">Affine.</param>
/// <param name="Bounds">Own-axes box of the geometry.</param>
public sealed record LabelledInstance(int Id, int CategoryId, string Name, int Node, Matrix4x4d ObjectToWorld, LocalBounds Bounds);
