using System.Diagnostics;
using SensorSim.Cameras;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Benchmarks;

/// <summary>
/// Frames per second of the real program, stage after stage added: what is measured is the session, the sensors and the writer that
/// <c>render</c> uses. Each case starts fresh and warms up before it is timed: for at least four seconds, until the runtime has compiled what
/// is used most.
/// </summary>
public sealed class RenderBench(BenchRequest request, PluginCatalog catalog, Device device, ShaderLibrary shaders)
{
    private const int FramesInFlight = 3;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(4);

    /// <summary>Colour and every default label, as far as the device goes.</summary>
    public BenchCase OnDevice() => InMemory(
        "on-device", "colour and all default labels, left on the device", Plan(LabelSet.Default, ImageFormat.Png, isSensed: false), hasObjects: true, readsBack: false);

    /// <summary>Colour as 8-bit sRGB and depth as float32, both in the host's memory, without files: what peers do.</summary>
    public BenchCase ColourAndDepth() => InMemory(
        "colour+depth", "8-bit colour and float32 depth read back to memory", Plan(LabelSet.Rgb | LabelSet.Depth, ImageFormat.Exr, isSensed: false), hasObjects: false);

    /// <summary>Colour and every default label in the host's memory.</summary>
    public BenchCase Labels() => InMemory(
        "labels", "colour and all default labels read back to memory", Plan(LabelSet.Default, ImageFormat.Png, isSensed: false), hasObjects: true);

    /// <summary>The same with the sensor chain.</summary>
    public BenchCase Sensor() => InMemory(
        "sensor", "the same through the sensor chain", Plan(LabelSet.Default, ImageFormat.Png, isSensed: true), hasObjects: true);

    /// <summary>The whole program: labels, sensor, PNG files, digests and records on disk.</summary>
    public BenchCase Dataset()
    {
        RunPlan plan = Plan(LabelSet.Default, ImageFormat.Png, isSensed: true);
        string folder = request.Folder ?? Directory.CreateTempSubdirectory("sensorsim-bench-").FullName;
        try
        {
            using RenderSession session = RenderSessions.Open(plan, device, shaders);
            WarmUp(round => Write(plan with { Cameras = [.. plan.Cameras.Take(WarmupFrames)] }, session, Path.Combine(folder, $"warm-up-{round}")));
            long started = Stopwatch.GetTimestamp();
            DatasetDescription written = Write(plan, session, Path.Combine(folder, "timed"));
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return new("dataset", "all of it as PNG files, digests and records on disk", (int)written.Counts.Frames, seconds, written.Counts.Bytes / written.Counts.Frames);
        }
        finally
        {
            if (request.Folder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>The device's copy rate, without rendering.</summary>
    public BenchCase Copy() => CopyBench.Measure(device, copies: 16);

    /// <summary>The first view as the first case renders it.</summary>
    public PixelPlane Picture()
    {
        RunPlan plan = Plan(LabelSet.Rgb, ImageFormat.Png, isSensed: false);
        using RenderSession session = RenderSessions.Open(plan, device, shaders);
        (Episode episode, FrameJob[] jobs) = Prepare(plan, session);
        using FrameOutput output = session.Submit(episode, [jobs[0]], plan.Categories.IdByInstance, plan.Seed).Wait();
        PixelPlane plane = new FramePlanes(plan.Labels, plan.DepthFile, plan.DepthScale).Of(output.Views[0], jobs[0].Chain)["rgb"];
        return plane with { Bytes = plane.Bytes.ToArray() };
    }

    private int WarmupFrames => Math.Max(2 * FramesInFlight, request.Views);

    private static void WarmUp<T>(Func<int, T> render)
    {
        long started = Stopwatch.GetTimestamp();
        for (int round = 0; round == 0 || Stopwatch.GetElapsedTime(started) < WarmUpTime; round++)
        {
            _ = render(round);
        }
    }

    private BenchCase InMemory(string name, string description, RunPlan plan, bool hasObjects, bool readsBack = true)
    {
        using RenderSession session = RenderSessions.Open(plan, device, shaders, hasObjects, readsBack);
        (Episode episode, FrameJob[] jobs) = Prepare(plan, session, isMetered: readsBack);
        WarmUp(_ => Drive(session, plan, episode, jobs, WarmupFrames));
        long started = Stopwatch.GetTimestamp();
        long bytes = Drive(session, plan, episode, jobs, request.Frames);
        return new(name, description, request.Frames, Stopwatch.GetElapsedTime(started).TotalSeconds, bytes / request.Frames);
    }

    private long Drive(RenderSession session, RunPlan plan, Episode episode, FrameJob[] jobs, int frames)
    {
        long bytes = 0;
        var inFlight = new Queue<FrameTicket>();
        for (int frame = 0; frame < frames; frame += request.Batch)
        {
            FrameJob[] batch = [.. Enumerable.Range(frame, Math.Min(request.Batch, frames - frame)).Select(i => jobs[i % jobs.Length])];
            inFlight.Enqueue(session.Submit(episode, batch, plan.Categories.IdByInstance, plan.Seed));
            if (inFlight.Count == FramesInFlight)
            {
                bytes += Take(inFlight.Dequeue());
            }
        }

        while (inFlight.TryDequeue(out FrameTicket? ticket))
        {
            bytes += Take(ticket);
        }

        return bytes;
    }

    // The memory is the host's once the ticket has been waited for; its sum of sizes is what had to move.
    private static long Take(FrameTicket ticket)
    {
        using FrameOutput output = ticket.Wait();
        return output.Views.Sum(view => (long)view.Consumed.Length + SizeOf(view.Depth) + SizeOf(view.Normal) + SizeOf(view.Instance) + SizeOf(view.Category));
    }

    private static long SizeOf(PixelPlane? plane) => plane?.Bytes.Length ?? 0;

    private DatasetDescription Write(RunPlan plan, RenderSession session, string folder)
    {
        using var writer = DatasetWriter.Create(folder, DatasetPlans.Of(plan, session));
        _ = new RunPipeline(plan, session, writer, new CameraSights(plan, static _ => { })).Run(request.Encoders, new Progress<long>(), CancellationToken.None);
        return writer.Finish();
    }

    private static (Episode Episode, FrameJob[] Jobs) Prepare(RunPlan plan, RenderSession session, bool isMetered = true)
    {
        var episode = Episode.Of(plan.Moving(plan.Cousins.Sample(0)), plan.Catalog);
        IReadOnlyList<CameraPlan> cameras = plan.CamerasOf(episode.Cousin);
        CameraView[] views = [.. cameras.Select(camera => CameraPlacement.Of(camera.Settings, episode.Cousin, camera.Projection))];
        double scale = isMetered ? session.MeterExposure(episode, views) : 1; // metering reads back
        return (episode, [.. cameras.Zip(views, (camera, view) => new FrameJob(0, 0, 0, view, camera.Chain, ExposureSchedule.At(camera, 0, scale)) { Cousin = 0 })]);
    }

    private RunPlan Plan(LabelSet labels, ImageFormat depthFile, bool isSensed) => new RunPlanner(catalog).Plan(new()
    {
        ScenePath = request.ScenePath,
        Views = isSensed ? request.Frames : request.Views,
        ElevationDegrees = 0,
        Width = request.Width,
        Height = request.Height,
        Msaa = request.Msaa,
        Labels = labels,
        DepthFile = depthFile,
        Sensors = isSensed ? request.Sensors : [],
    });
}
