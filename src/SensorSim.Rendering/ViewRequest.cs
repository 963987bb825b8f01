using SensorSim.Cameras;

namespace SensorSim.Rendering;

/// <summary>One camera of a frame and what becomes of its radiance.</summary>
/// <param name="Camera">Where it is and how it projects.</param>
/// <param name="Consumer">Takes the radiance on the device; null when only labels are wanted, and then nothing is shaded.</param>
public sealed record ViewRequest(CameraView Camera, IRadianceConsumer? Consumer);
