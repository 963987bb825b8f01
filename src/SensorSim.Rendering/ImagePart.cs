using SensorSim.Cameras;

namespace SensorSim.Rendering;

/// <summary>A part of an image that is rendered as an image of its own.</summary>
/// <param name="Whole">The camera of the whole image.</param>
/// <param name="Pixels">The part.</param>
internal sealed record ImagePart(CameraIntrinsics Whole, PixelRectangle Pixels)
{
    /// <summary>The part's camera: the same rays through the same pixels.</summary>
    public CameraIntrinsics Intrinsics => Whole with { Width = Pixels.Width, Height = Pixels.Height, Cx = Whole.Cx - Pixels.X, Cy = Whole.Cy - Pixels.Y };
}
