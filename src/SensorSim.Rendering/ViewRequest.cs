using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;

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

    /// <summary>The rows whose labels are wanted; null is all.</summary>
    internal Range? Rows { get; init; }

    /// <summary>The point of the aperture that a camera with a lens looks through; null is the middle. Other cameras move aside instead.</summary>
    public AperturePoint? Aperture { get; init; }

    /// <summary>Pixels by which the single sample of a pixel lies beside its centre, for a camera with a lens. Other cameras move their principal point instead.</summary>
    public ImagePoint SampleShift { get; init; }
}
