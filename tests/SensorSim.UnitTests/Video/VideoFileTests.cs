using System.Diagnostics;
using SensorSim.Plugins;
using SensorSim.UnitTests.Controls;
using SensorSim.UnitTests.Vulkan;
using SensorSim.Video;

namespace SensorSim.UnitTests.Video;

/// <summary>Frames that are written come back. Needs ffmpeg (package ffmpeg).</summary>
public sealed class VideoFileTests
{
    private static readonly VideoFrame[] s_frames = [.. Enumerable.Range(0, 6).Select(i => TestPictures.Shapes(98, 54, i))];

    private TemporaryFolder _folder = null!;

    private string File => Path.Combine(_folder.Path, "a.mp4");

    [SetUp]
    public void Begin()
    {
        if (ProgramPath.Of("ffmpeg") is null) Assert.Ignore("ffmpeg is not installed (package ffmpeg).");
        _folder = new TemporaryFolder();
    }

    [TearDown]
    public void End() => _folder?.Dispose();

    [TestCase(VideoEncoding.Rgb, 0)]
    [TestCase(VideoEncoding.Yuv444, 2)]
    public void FramesComeBack(VideoEncoding encoding, int mostDifference)
    {
        VideoWriter.Write(File, s_frames, 30, encoding, CancellationToken.None);
        DecodedVideo video = VideoReader.Read(File, 100, CancellationToken.None);

        Assert.That((video.Width, video.Height, video.Frames.Count, video.HasMore), Is.EqualTo((98, 54, 6, false)));
        Assert.That(s_frames.Zip(video.Frames, Worst).Max(), Is.LessThanOrEqualTo(mostDifference));
        Assert.That(Directory.GetFiles(_folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void OrdinaryPlayersGetOrdinaryVideo()
    {
        VideoWriter.Write(File, s_frames, 12.5, VideoEncoding.Yuv420, CancellationToken.None);

        Assert.That(Probe("stream=codec_name,profile,pix_fmt,color_space,avg_frame_rate,nb_frames"), Is.EqualTo("h264,High,yuv420p,bt709,25/2,6"));
        Assert.That(VideoReader.Read(File, 6, CancellationToken.None).Frames, Has.Count.EqualTo(6));
    }

    [Test]
    public void TheSameFramesMakeTheSameFile()
    {
        string other = Path.Combine(_folder.Path, "b.mp4");
        VideoWriter.Write(File, s_frames, 30, VideoEncoding.Rgb, CancellationToken.None);
        VideoWriter.Write(other, s_frames, 30, VideoEncoding.Rgb, CancellationToken.None);

        Assert.That(System.IO.File.ReadAllBytes(other), Is.EqualTo(System.IO.File.ReadAllBytes(File)));
    }

    [Test]
    public void NoMoreFramesAreReadThanAsked()
    {
        VideoWriter.Write(File, s_frames, 30, VideoEncoding.Rgb, CancellationToken.None);

        Assert.That(VideoReader.Read(File, 5, CancellationToken.None), Has.Property("HasMore").True.And.Property("Frames").Count.EqualTo(5));
        Assert.That(VideoReader.Read(File, 6, CancellationToken.None).HasMore, Is.False);
    }

    [TestCase(0.9)]
    [TestCase(0.5)]
    [TestCase(0.01)]
    [TestCase(0)]
    public void ATruncatedFileIsRefused(double share)
    {
        VideoWriter.Write(File, s_frames, 30, VideoEncoding.Rgb, CancellationToken.None);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, whole[..(int)(whole.Length * share)]);

        Assert.That(() => VideoReader.Read(File, 100, CancellationToken.None), Throws.TypeOf<VideoException>().With.Message.StartsWith("a.mp4 "));
    }

    [Test]
    public void APlaylistOpensNoOtherFile()
    {
        VideoWriter.Write(File, s_frames, 30, VideoEncoding.Rgb, CancellationToken.None);
        string list = Path.Combine(_folder.Path, "list.mp4");
        System.IO.File.WriteAllText(list, $"ffconcat version 1.0\nfile {File}\n");

        Assert.That(() => VideoReader.Read(list, 100, CancellationToken.None), Throws.TypeOf<VideoException>());
    }

    [Test]
    public void WhatCannotBeWrittenIsTold_AndNothingIsLeft()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => VideoWriter.Write(File, [new(5, 4)], 30, VideoEncoding.Yuv420, default), Throws.TypeOf<VideoException>().With.Message.Contains("even width"));
            Assert.That(() => VideoWriter.Write(File, [new(4, 4), new(6, 4)], 30, VideoEncoding.Rgb, default), Throws.TypeOf<VideoException>().With.Message.Contains("6x4"));
            Assert.That(() => VideoWriter.Write(File, [], 30, VideoEncoding.Rgb, default), Throws.TypeOf<VideoException>().With.Message.Contains("no frames"));
            Assert.That(() => VideoWriter.Write(Path.Combine(_folder.Path, "none/a.mp4"), s_frames, 30, VideoEncoding.Rgb, default), Throws.TypeOf<VideoException>().With.Message.Contains("No such file"));
            Assert.That(() => VideoWriter.Write(File, s_frames, 30, VideoEncoding.Rgb, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        });
        Assert.That(Directory.GetFileSystemEntries(_folder.Path), Is.Empty);
    }

    private string Probe(string entries)
    {
        using var process = Process.Start(new ProcessStartInfo("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "csv=p=0", File]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Trim();
    }

    private static int Worst(VideoFrame a, VideoFrame b) => a.Samples.ToArray().Zip(b.Samples.ToArray(), (x, y) => Math.Abs(x - y)).Max();
}
