using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;

namespace SensorSim.Rendering;

/// <summary>One camera in one slice of its exposure.</summary>
/// <param name="Camera">Where it is at the instant, perhaps moved within its lens and by less than a pixel.</param>
/// <param name="RowWeights">
/// Row-major [row, layer], for all rows of the image: how much of each radiance layer this slice adds to each row. For each pixel, a steady layer's
/// weights over all slices that render it sum to 1.
/// </param>
public sealed record SliceView(CameraView Camera, double[] RowWeights)
{
    /// <inheritdoc cref="ViewRequest.Aperture"/>
    public AperturePoint? Aperture { get; init; }

    /// <inheritdoc cref="ViewRequest.SampleShift"/>
    public ImagePoint SampleShift { get; init; }

    /// <summary>
    /// The pixels that are rendered; null is all. The camera keeps lines straight, and nothing in the scene is shaded from other pixels of the image.
    /// </summary>
    public PixelRectangle? Part { get; init; }

    /// <summary>Pixels that are left to other slices, although this one renders them.</summary>
    public PixelRectangle Omitted { get; init; }
}
