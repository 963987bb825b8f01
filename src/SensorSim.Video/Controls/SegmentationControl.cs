using SensorSim.Style;

namespace SensorSim.Video.Controls;

/// <summary>Instances in colours on black. Colours are given out from the largest instance of the video (all its pixels counted) to the smallest, so that those that matter differ most; an instance keeps its colour through the video.</summary>
public sealed class SegmentationControl
{
    private const double GoldenTurn = 0.6180339887498949;

    private readonly Dictionary<ushort, (byte Red, byte Green, byte Blue)> _colors = [];

    /// <param name="frames">All of the video.</param>
    /// <exception cref="StyleException">A frame has no instance ids.</exception>
    public SegmentationControl(IEnumerable<StyleFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        long[] pixels = new long[ushort.MaxValue + 1];
        foreach (StyleFrame frame in frames)
        {
            foreach (ushort id in InstancesOf(frame))
            {
                pixels[id]++;
            }
        }

        foreach (int id in Enumerable.Range(1, ushort.MaxValue).Where(id => pixels[id] > 0).OrderByDescending(id => pixels[id]))
        {
            _colors.Add((ushort)id, ColorOf(_colors.Count));
        }
    }

    /// <summary>Instances that the video has.</summary>
    public int Count => _colors.Count;

    public VideoFrame Of(StyleFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var picture = new VideoFrame(frame.Colour.Width, frame.Colour.Height);
        IReadOnlyList<ushort> ids = InstancesOf(frame);
        for (int pixel = 0; pixel < ids.Count; pixel++)
        {
            if (_colors.TryGetValue(ids[pixel], out (byte Red, byte Green, byte Blue) color))
            {
                picture.Set(pixel, color.Red, color.Green, color.Blue);
            }
        }

        return picture;
    }

    /// <summary>White where an instance is: a mask that lets a control act there only.</summary>
    public static VideoFrame MaskOf(StyleFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var picture = new VideoFrame(frame.Colour.Width, frame.Colour.Height);
        IReadOnlyList<ushort> ids = InstancesOf(frame);
        for (int pixel = 0; pixel < ids.Count; pixel++)
        {
            byte code = ids[pixel] == 0 ? (byte)0 : (byte)255;
            picture.Set(pixel, code, code, code);
        }

        return picture;
    }

    private static IReadOnlyList<ushort> InstancesOf(StyleFrame frame) =>
        frame.Instances ?? throw new StyleException($"{frame.Name} has no instance ids, which control videos of segments and masks are made of: render with --labels default, or turn this control off.") { IsRequestWrong = true };

    // Hues a golden turn apart never come close to each other again; saturation and value change every round, and none is near black.
    private static (byte Red, byte Green, byte Blue) ColorOf(int rank)
    {
        double hue = 6 * ((rank * GoldenTurn) % 1), saturation = 1 - (0.12 * (rank % 4)), value = 1 - (0.1 * (rank / 4 % 5));
        return (Channel(5), Channel(3), Channel(1));

        byte Channel(int n)
        {
            double k = (n + hue) % 6;
            return (byte)Math.Round(255 * value * (1 - (saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1))));
        }
    }
}
