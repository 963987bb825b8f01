using SensorSim.Cameras;
using SensorSim.Scenes.Model;
using SensorSim.Signals;

namespace SensorSim.Hosting.Previews;

/// <summary>A frame of a preview.</summary>
/// <param name="Name">As a dataset would call it.</param>
/// <param name="View">The camera.</param>
/// <param name="Cousin">What it looks at, as it is at that instant.</param>
/// <param name="Planes">Output name → pixels, which are the renderer's.</param>
public sealed record PreviewFrame(string Name, CameraView View, SceneInstance Cousin, IReadOnlyDictionary<string, PixelPlane> Planes);
