namespace SensorSim.Tensors;

/// <summary>Which sizes of pictures a network takes.</summary>
public sealed record NetworkSize
{
    /// <summary>Pixels; null where any will do.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels; null where any will do.</summary>
    public int? Height { get; init; }

    /// <summary>What becomes of frames of another size than <see cref="Width"/> × <see cref="Height"/>.</summary>
    public FrameFit Fit { get; init; } = FrameFit.Resize;

    /// <summary>Sides are a multiple of this many pixels: what strides of 2 ask for. Frames are extended by their mirror image, and the answer is cut.</summary>
    public int Multiple { get; init; } = 1;
}
