using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>A half-line in the camera frame.</summary>
/// <param name="Origin">Where it begins, metres: the camera's centre, but for an orthographic camera.</param>
/// <param name="Direction">Where it leads; its length has no meaning.</param>
public readonly record struct CameraRay(Vector3d Origin, Vector3d Direction);
