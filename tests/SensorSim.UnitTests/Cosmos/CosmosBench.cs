using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Style;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Controls;
using SensorSim.UnitTests.Vulkan;
using SensorSim.Video;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>The backend as a run has it, a clip, and what a model would make of it: the negative.</summary>
internal sealed class CosmosBench : IDisposable
{
    private const int Width = 48, Height = 32;

    private readonly TemporaryFolder _folder = new();

    public CosmosBench()
    {
        if (ProgramPath.Of("ffmpeg") is null) Assert.Ignore("ffmpeg is not installed (package ffmpeg).");
    }

    public JumpingClock Clock { get; } = new();

    public string WorkFolder => Directory.CreateDirectory(Path.Combine(_folder.Path, "work")).FullName;

    public StyleClip Clip { get; } = ClipOf(sample: 12, frames: 5);

    public static StyleClip ClipOf(long sample, int frames) => new(
        [
            .. Enumerable.Range(0, frames).Select(i => new StyleFrame($"{sample:D6}_{i:D4}_front", sample, i, "front", i / 10.0, TestPictures.Shapes(Width, Height, (100 * (int)sample) + i).ToStyleImage())
            {
                DepthMetres = [.. Enumerable.Range(0, Width * Height).Select(pixel => pixel % Width < 20 ? 2f + (i * 0.5f) : 8f)],
                Instances = [.. Enumerable.Range(0, Width * Height).Select(pixel => (ushort)(pixel % Width < 20 ? 4 : pixel / Width > 20 ? 2 : 0))],
            }),
        ],
        10);

    public IStyleTransfer Prepare(params (string Key, JsonNode? Value)[] parameters)
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require("style.cosmos");
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["prompt"] = "a warehouse at night" };
        foreach ((string key, JsonNode? value) in parameters) values[key] = value;
        ParameterBinding bound = plugin.Schema.Bind(values);
        Assert.That(bound.Errors, Is.Empty);
        return ((StyleBackend)plugin.Instance).PrepareWith(bound.Parameters!, new([], 9, WorkFolder) { Clock = Clock });
    }

    /// <summary>Prepares and applies.</summary>
    public StyleResult Run(params (string Key, JsonNode? Value)[] parameters)
    {
        using IStyleTransfer transfer = Prepare(parameters);
        return transfer.Apply(Clip, CancellationToken.None);
    }

    public string Write(string name, string text)
    {
        string path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string FileAt(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The folder of the only request that was made.</summary>
    public string RequestFolder => Directory.GetDirectories(WorkFolder).Single();

    public byte[] Negative(byte[] mp4, int frames = -1, int width = Width)
    {
        string from = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.mp4"), to = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.mp4");
        File.WriteAllBytes(from, mp4);
        IEnumerable<VideoFrame> made = VideoReader.Read(from, 1000, CancellationToken.None).Frames.Select(frame => Of(frame, width));
        made = frames < 0 ? made : made.Concat(made).Take(frames);
        VideoWriter.Write(to, made, 10, VideoEncoding.Rgb, CancellationToken.None);
        return File.ReadAllBytes(to);
    }

    public void IsNegative(StyleResult result)
    {
        Assert.That(result.Frames, Has.Count.EqualTo(Clip.Frames.Count));
        for (int i = 0; i < result.Frames.Count; i++)
        {
            byte[] expected = [.. VideoFrame.Of(Clip.Frames[i].Colour).Samples.ToArray().Select(code => (byte)(255 - code))];
            Assert.That(VideoFrame.Of(result.Frames[i]).Samples.ToArray(), Is.EqualTo(expected), $"frame {i}");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static VideoFrame Of(VideoFrame frame, int width)
    {
        VideoFrame negative = new(frame.Width, frame.Height, [.. frame.Samples.ToArray().Select(code => (byte)(255 - code))]);
        return width == frame.Width ? negative : VideoFrame.Of(negative.ToStyleImage().Resized(width, frame.Height));
    }
}
