using SensorSim.Style;
using SensorSim.Video.Controls;
using SensorSim.Video;

namespace SensorSim.Plugins.StyleCosmos.Clips;

/// <summary>The videos that go with a clip: the frames themselves, one for each control, and the mask.</summary>
/// <param name="Name">Of the clip, for files and specifications.</param>
/// <param name="Input">File with the frames.</param>
/// <param name="Mask">File; null where controls act everywhere.</param>
/// <param name="Seed">Of the model.</param>
/// <param name="FrameRateHz">As written.</param>
internal sealed record ClipVideos(string Name, string Input, string? Mask, int Seed, double FrameRateHz)
{
    public required StyleClip Clip { get; init; }

    public required IReadOnlyDictionary<ControlKind, string> Controls { get; init; }

    /// <summary>Writes what is not there yet.</summary>
    /// <exception cref="StyleException">A label is missing, or the encoding does not suit the size.</exception>
    public static ClipVideos Write(ClipFolder folder, StyleClip clip, CosmosOrder order, CancellationToken stop)
    {
        double rateHz = order.FrameRateOf(clip);
        try
        {
            return new(clip.Name, Video("input", frame => VideoFrame.Of(frame.Colour)), order.Parameters.MaskInstances ? Video("mask", SegmentationControl.MaskOf) : null, order.SeedOf(clip), rateHz)
            {
                Clip = clip,
                Controls = order.Controls.ToDictionary(control => control.Kind, control => Video(control.Name, Encoder(control, clip))),
            };
        }
        catch (VideoException broken)
        {
            throw new StyleException(broken.Message, broken);
        }

        string Video(string name, Func<StyleFrame, VideoFrame> encode)
        {
            string path = folder.At(name + ".mp4");
            if (!File.Exists(path))
            {
                VideoWriter.Write(path, clip.Frames.Select(encode), rateHz, order.Parameters.Encoding, stop);
            }

            return path;
        }
    }

    // What belongs to the whole video (the range of depth, the colours of instances) is found at the first frame that is asked for.
    private static Func<StyleFrame, VideoFrame> Encoder(Control control, StyleClip clip)
    {
        var depth = new Lazy<DepthControl>(() => new(clip.Frames));
        var segments = new Lazy<SegmentationControl>(() => new(clip.Frames));
        return control.Kind switch
        {
            ControlKind.Edge => frame => CannyEdges.Of(VideoFrame.Of(frame.Colour), control.Strength!.Value),
            ControlKind.Vis => frame => BlurControl.Of(VideoFrame.Of(frame.Colour), control.Strength!.Value),
            ControlKind.Depth => frame => depth.Value.Of(frame),
            _ => frame => segments.Value.Of(frame),
        };
    }
}
