using System.Globalization;
using SensorSim.Plugins;

namespace SensorSim.Video;

/// <summary>Writes MP4 files by ffmpeg, which is given raw frames through a pipe.</summary>
public static class VideoWriter
{
    /// <summary>Writes a whole file: under another name until it is complete.</summary>
    /// <param name="path">Ends in .mp4; replaced when it is there.</param>
    /// <param name="frames">At least one, all of one size.</param>
    /// <param name="rateHz">Frames per second.</param>
    /// <param name="encoding">How the frames lie in the file.</param>
    /// <param name="stop">Ends the work; nothing is left.</param>
    /// <exception cref="VideoException">ffmpeg fails, or the frames are not of one size.</exception>
    /// <exception cref="MissingLibraryException">There is no ffmpeg.</exception>
    public static void Write(string path, IEnumerable<VideoFrame> frames, double rateHz, VideoEncoding encoding, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rateHz, 0);
        string part = path + ".part";
        try
        {
            using IEnumerator<VideoFrame> frame = frames.GetEnumerator();
            if (!frame.MoveNext())
            {
                throw new VideoException($"{path}: there are no frames.");
            }

            RequireEven(path, frame.Current, encoding);
            using var ffmpeg = new FfmpegProcess("ffmpeg", Arguments(part, frame.Current, rateHz, encoding), stop);
            Send(path, frame, ffmpeg, stop);
            int code = ffmpeg.Finish();
            stop.ThrowIfCancellationRequested();
            if (code != 0)
            {
                throw new VideoException($"{path}: ffmpeg ends with {code}: {ffmpeg.Complaints}");
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    private static void Send(string path, IEnumerator<VideoFrame> frame, FfmpegProcess ffmpeg, CancellationToken stop)
    {
        (int width, int height) = (frame.Current.Width, frame.Current.Height);
        try
        {
            do
            {
                stop.ThrowIfCancellationRequested();
                if (frame.Current.Width != width || frame.Current.Height != height)
                {
                    throw new VideoException($"{path}: a frame of {frame.Current.Width}x{frame.Current.Height} pixels follows frames of {width}x{height}.");
                }

                ffmpeg.Input.Write(frame.Current.Memory.Span);
            }
            while (frame.MoveNext());
            ffmpeg.Input.Close();
        }
        catch (IOException broken)
        {
            int code = ffmpeg.Finish();
            stop.ThrowIfCancellationRequested();
            throw new VideoException($"{path}: ffmpeg ends with {code} before it has all frames: {ffmpeg.Complaints}", broken);
        }
    }

    private static void RequireEven(string path, VideoFrame frame, VideoEncoding encoding)
    {
        if (encoding == VideoEncoding.Yuv420 && (frame.Width % 2 != 0 || frame.Height % 2 != 0))
        {
            throw new VideoException($"{path}: {frame.Width}x{frame.Height} pixels cannot be written as yuv420, which needs an even width and height; rgb and yuv444 can.");
        }
    }

    // Bitexact and without metadata: the same frames give the same file on one machine.
    private static string[] Arguments(string path, VideoFrame frame, double rateHz, VideoEncoding encoding) =>
    [
        "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", string.Create(CultureInfo.InvariantCulture, $"{frame.Width}x{frame.Height}"),
        "-framerate", rateHz.ToString("0.######", CultureInfo.InvariantCulture), "-i", "pipe:0", "-an", "-map_metadata", "-1",
        .. Codec(encoding), "-preset", "veryfast", "-flags:v", "+bitexact", "-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", path,
    ];

    private static string[] Codec(VideoEncoding encoding) => encoding switch
    {
        VideoEncoding.Rgb => ["-c:v", "libx264rgb", "-qp", "0", "-pix_fmt", "rgb24"],
        VideoEncoding.Yuv444 => ["-vf", ToBt709, "-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv444p", .. s_tags],
        _ => ["-vf", ToBt709, "-c:v", "libx264", "-profile:v", "high", "-crf", "8", "-pix_fmt", "yuv420p", .. s_tags],
    };

    private const string ToBt709 = "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp";

    private static readonly string[] s_tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"];
}
