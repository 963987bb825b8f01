using SensorSim.Cameras;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering;

/// <summary>Neighbouring rows whose labels are of one instant.</summary>
/// <param name="Instance">The cousin at the instant.</param>
/// <param name="Camera">The camera at the instant.</param>
/// <param name="First">First of the rows.</param>
/// <param name="End">The row after the last.</param>
public sealed record LabelRows(SceneInstance Instance, CameraView Camera, int First, int End);
