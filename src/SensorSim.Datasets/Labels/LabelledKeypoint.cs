using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>A keypoint of the posed scene.</summary>
/// <param name="Name">Unique within its object.</param>
/// <param name="World">Metres.</param>
public readonly record struct LabelledKeypoint(string Name, Vector3d World);
