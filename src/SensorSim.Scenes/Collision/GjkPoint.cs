using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>A point of the difference of two hulls.</summary>
/// <param name="W">The difference.</param>
/// <param name="First">Index of the corner of the first.</param>
/// <param name="Second">Index of the corner of the second.</param>
internal readonly record struct GjkPoint(Vector3d W, int First, int Second);
