using SensorSim.Geometry;

namespace SensorSim.GpuTests.Rendering;

/// <summary>What an exact ray meets first, in the camera frame.</summary>
/// <param name="Id">Instance id; 0 for nothing.</param>
/// <param name="Face">Names the plane that it lies on.</param>
/// <param name="Point">Metres.</param>
/// <param name="Normal">Towards the camera.</param>
internal readonly record struct RayHit(int Id, int Face, Vector3d Point, Vector3d Normal);
