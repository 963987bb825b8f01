using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;

namespace SensorSim.Rendering;

/// <summary>One camera in one slice of its exposure.</summary>
/// <param name="Camera">Where it is at the instant, perhaps moved within its lens and by less than a pixel.</param>
/// <param name="RowWeights">
/// Row-major [row, layer]: how much of each radiance layer this slice adds to each row. Over all slices a steady layer's weights sum to 1.
/// </param>
public sealed record SliceView(CameraView Camera, double[] RowWeights)
{
    /// <inheritdoc cref="ViewRequest.Aperture"/>
    public AperturePoint? Aperture { get; init; }

    /// <inheritdoc cref="ViewRequest.SampleShift"/>
    public ImagePoint SampleShift { get; init; }
}
