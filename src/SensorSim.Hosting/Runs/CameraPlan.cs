using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>One camera of a run, checked.</summary>
/// <param name="Settings">Name, size and pose.</param>
/// <param name="Chain">Its sensor chain.</param>
public sealed record CameraPlan(CameraSettings Settings, SensorChain Chain);
