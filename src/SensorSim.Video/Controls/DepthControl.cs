using SensorSim.Style;

namespace SensorSim.Video.Controls;

/// <summary>Relative inverse depth: grey, the nearest point of the video white, the farthest black, in between straight in 1/z. What is not there is infinitely far. Where everything is at one distance, it is white.</summary>
public sealed class DepthControl
{
    private readonly double _least;
    private readonly double _most;

    /// <param name="frames">All of the video.</param>
    /// <exception cref="StyleException">A frame has no depth.</exception>
    public DepthControl(IEnumerable<StyleFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        (_least, _most) = (double.PositiveInfinity, 0);
        foreach (StyleFrame frame in frames)
        {
            foreach (float metres in DepthOf(frame))
            {
                double inverse = Inverse(metres);
                (_least, _most) = (Math.Min(_least, inverse), Math.Max(_most, inverse));
            }
        }
    }

    public VideoFrame Of(StyleFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var picture = new VideoFrame(frame.Colour.Width, frame.Colour.Height);
        IReadOnlyList<float> depth = DepthOf(frame);
        for (int pixel = 0; pixel < depth.Count; pixel++)
        {
            byte code = Code(Inverse(depth[pixel]));
            picture.Set(pixel, code, code, code);
        }

        return picture;
    }

    private static IReadOnlyList<float> DepthOf(StyleFrame frame) =>
        frame.DepthMetres ?? throw new StyleException($"{frame.Name} has no depth, which the control video of depth is made of: render with --labels default, or turn this control off.") { IsRequestWrong = true };

    private static double Inverse(float metres) => metres > 0 && float.IsFinite(metres) ? 1.0 / metres : 0;

    private byte Code(double inverse) => _most == 0 ? (byte)0 : _most == _least ? (byte)255 : (byte)Math.Round(255 * (inverse - _least) / (_most - _least));
}
