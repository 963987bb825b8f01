namespace SensorSim.Style;

/// <summary>Frames of one camera in one sample, in time order; of <see cref="StyleScope.Frame"/> backends, one frame. All have the same size.</summary>
/// <param name="Frames">At least one.</param>
/// <param name="FrameRateHz">Frames per second of the episode; of a single frame, 0.</param>
public sealed record StyleClip(IReadOnlyList<StyleFrame> Frames, double FrameRateHz)
{
    public string Camera => Frames[0].Camera;

    public long Sample => Frames[0].Sample;

    public int Width => Frames[0].Colour.Width;

    public int Height => Frames[0].Colour.Height;

    /// <summary>A name for messages and files: "000012_front", and of one frame the frame's.</summary>
    public string Name => Frames is [var only] ? only.Name : FormattableString.Invariant($"{Sample:D6}_{Camera}");
}
