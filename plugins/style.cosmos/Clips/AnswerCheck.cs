using SensorSim.Style;
using SensorSim.Video;

namespace SensorSim.Plugins.StyleCosmos.Clips;

/// <summary>Labels hold for an answer with as many frames as the clip has, of its size. Anything else is refused.</summary>
internal static class AnswerCheck
{
    /// <summary>What is wrong with the folder's answer; null when it may be used.</summary>
    public static string? Problem(ClipFolder folder, StyleClip clip, bool mayResize, CancellationToken stop, out DecodedVideo? answer)
    {
        answer = null;
        try
        {
            answer = VideoReader.Read(folder.Answer, clip.Frames.Count, stop);
        }
        catch (VideoException broken)
        {
            return $"it cannot be read to its end: {broken.Message}";
        }

        return answer.HasMore || answer.Frames.Count != clip.Frames.Count
            ? $"it has {(answer.HasMore ? "more than " : "")}{answer.Frames.Count} frames and the clip has {clip.Frames.Count}: labels would belong to other frames."
            : !mayResize && (answer.Width != clip.Width || answer.Height != clip.Height)
                ? $"it has {answer.Width}x{answer.Height} pixels and the clip has {clip.Width}x{clip.Height}. If the model always answers in that size, say resize=true."
                : null;
    }
}
