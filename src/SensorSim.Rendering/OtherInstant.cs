using SensorSim.Cameras;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering;

/// <summary>The instant that optical flow leads to or comes from.</summary>
/// <param name="Instance">The cousin then.</param>
/// <param name="Cameras">In the order of the request's views, of the same sizes.</param>
public sealed record OtherInstant(SceneInstance Instance, IReadOnlyList<CameraView> Cameras);
