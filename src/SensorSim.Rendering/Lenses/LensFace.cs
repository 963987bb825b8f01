using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Lenses;

/// <summary>A pinhole image that shows a part of what a lens sees.</summary>
/// <param name="Intrinsics">Just large enough for the pixels that look through it.</param>
/// <param name="FaceToCamera">Its rotation in the lens's camera.</param>
internal sealed record LensFace(CameraIntrinsics Intrinsics, Matrix4x4d FaceToCamera);
