using SensorSim.Cameras;

namespace SensorSim.Rendering;

/// <summary>One camera of a frame and what becomes of its radiance.</summary>
/// <param name="Camera">Where it is and how it projects.</param>
/// <param name="Consumer">Takes the radiance on the device; null when only labels are wanted, and then nothing is shaded.</param>
public sealed record ViewRequest(CameraView Camera, IRadianceConsumer? Consumer)
{
    /// <summary>
    /// Whether the radiance is the sum over <see cref="FrameRequest.Slices"/>, in one layer with the rows' exposure windows in it, instead of the
    /// image at the instant of the labels.
    /// </summary>
    public bool IsSliced { get; init; }
}
