using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Video;

/// <summary>Reads videos by ffmpeg. A file from elsewhere is not believed: only containers that are one file, no other file or address is opened for it, and it ends at the number of frames that was asked for.</summary>
public static class VideoReader
{
    private const long MostPixels = 1L << 26;

    private static readonly string[] s_alone = ["-protocol_whitelist", "file", "-format_whitelist", "mov,matroska,avi"];

    /// <summary>The frames of a file.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="mostFrames">No more are read.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="VideoException">It is no video, or breaks off.</exception>
    /// <exception cref="MissingLibraryException">There is no ffmpeg.</exception>
    public static DecodedVideo Read(string path, int mostFrames, CancellationToken stop)
    {
        (int width, int height) = SizeOf(path, stop);
        var frames = new List<VideoFrame>();
        using var ffmpeg = new FfmpegProcess("ffmpeg", ["-v", "error", "-xerror", "-noautorotate", .. s_alone, "-i", path, "-map", "0:v:0", .. Raw], stop);
        ffmpeg.Input.Close();
        byte[] samples = new byte[checked(width * height * 3)];
        int count;
        while ((count = ffmpeg.Output.ReadAtLeast(samples, samples.Length, throwOnEndOfStream: false)) == samples.Length)
        {
            stop.ThrowIfCancellationRequested();
            if (frames.Count == mostFrames)
            {
                return new(width, height, frames, HasMore: true);
            }

            frames.Add(new(width, height, samples));
            samples = new byte[samples.Length];
        }

        int code = ffmpeg.Finish();
        stop.ThrowIfCancellationRequested();
        return code == 0 && count == 0 && ffmpeg.Complaints.Length == 0 && frames.Count > 0
            ? new(width, height, frames, HasMore: false)
            : throw new VideoException($"{Path.GetFileName(path)} breaks off after {frames.Count} frames: {ffmpeg.Complaints}");
    }

    private static string[] Raw => ["-fps_mode", "passthrough", "-sws_flags", "accurate_rnd+full_chroma_int+full_chroma_inp", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"];

    private static (int Width, int Height) SizeOf(string path, CancellationToken stop)
    {
        using var probe = new FfmpegProcess("ffprobe", ["-v", "error", .. s_alone, "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "json", path], stop);
        probe.Input.Close();
        using var reader = new StreamReader(probe.Output);
        string answer = reader.ReadToEnd();
        int code = probe.Finish();
        stop.ThrowIfCancellationRequested();
        JsonNode? stream = code == 0 ? StreamOf(answer) : null;
        (int width, int height) = ((int?)stream?["width"] ?? 0, (int?)stream?["height"] ?? 0);
        return width > 0 && height > 0 && (long)width * height <= MostPixels
            ? (width, height)
            : throw new VideoException($"{Path.GetFileName(path)} is no video that can be read: {(probe.Complaints.Length > 0 ? probe.Complaints : "it has no video stream")}");
    }

    private static JsonNode? StreamOf(string answer)
    {
        try
        {
            return JsonNode.Parse(answer)?["streams"]?.AsArray().FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
