using SensorSim.Cameras;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Exposures;

/// <summary>A camera during one exposure.</summary>
/// <param name="In">The camera in the cousin as it is at some instant.</param>
/// <param name="Exposure">When its rows are open.</param>
/// <param name="Lens">Null is a pinhole: sharp at every distance.</param>
public sealed record ExposedCamera(Func<SceneInstance, CameraView> In, Exposure Exposure, ThinLens? Lens);
