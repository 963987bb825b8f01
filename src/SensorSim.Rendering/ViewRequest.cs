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

    /// <summary>What part of an image this is; null is a whole one. <see cref="Camera"/> is then the part's.</summary>
    internal ImagePart? Part { get; init; }

    /// <summary>The rows whose labels are wanted; null is all.</summary>
    internal Range? Rows { get; init; }

    /// <summary>The point of the aperture that a camera with a lens looks through; null is the middle. Other cameras move aside instead.</summary>
    public AperturePoint? Aperture { get; init; }

    /// <summary>Pixels by which the single sample of a pixel lies beside its centre, for a camera with a lens. Other cameras move their principal point instead.</summary>
    public ImagePoint SampleShift { get; init; }

    /// <summary>The camera of the whole image.</summary>
    internal CameraView Whole => Part is { } part ? Camera with { Intrinsics = part.Whole } : Camera;

    /// <summary>The view in a slice of its exposure.</summary>
    internal ViewRequest In(SliceView slice)
    {
        ImagePart? part = slice.Part is { } pixels ? new(slice.Camera.Intrinsics, pixels) : null;
        CameraView camera = part is null ? slice.Camera : slice.Camera with { Intrinsics = part.Intrinsics };
        return this with { Camera = camera, Part = part, Aperture = slice.Aperture, SampleShift = slice.SampleShift };
    }
}
