using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Styles;
using SensorSim.Rendering;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Runs;

/// <summary>A plan made into a dataset on one device.</summary>
public sealed record RenderRun(RunPlan Plan, Device Device, ShaderLibrary Shaders)
{
    /// <summary>Folder of the dataset.</summary>
    public required string Output { get; init; }

    /// <summary>Carries on in a folder that holds an unfinished run, or mends a finished dataset.</summary>
    public bool Resume { get; init; }

    /// <summary>Told what a person should know before or after the frames, a line at a time.</summary>
    public Action<string> Say { get; init; } = static _ => { };

    /// <summary>Threads that encode and write.</summary>
    public int Encoders { get; init; } = Environment.ProcessorCount;

    /// <summary>Signs the dataset; null leaves it unsigned.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>The lock that the plan's plugins were held to; null when there is none.</summary>
    public PluginLock? Lock { get; init; }

    /// <summary>Told what is hardly meant, a line at a time, on any thread: of a camera after its first frames, and at the end.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Told what the run does on the device, where plugins are used and how to save frames when one hangs; null watches nothing.</summary>
    public PluginWatchdog? Watchdog { get; init; }

    /// <summary>Renders, writes, orders and signs.</summary>
    /// <param name="progress">Told the number of finished frames, one call at a time.</param>
    /// <param name="stop">Ends the run after the frames that are being written.</param>
    /// <returns>The finished dataset, or null when the run was stopped before its end.</returns>
    /// <exception cref="RequestException">The device has no memory for images of this size; nothing was written.</exception>
    /// <exception cref="PluginFailedException">A plugin threw, or its signal became infinite or not a number; frames written before are kept.</exception>
    /// <exception cref="Datasets.DatasetException">The folder is not free, belongs to another run, or cannot be written.</exception>
    public DatasetDescription? Execute(IProgress<long> progress, CancellationToken stop)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        RequireRoom();
        RunPlan plan = StyledTextures.In(Plan, stop: stop);
        using RenderSession session = RenderSessions.Open(plan, Device, Shaders);
        if (stop.IsCancellationRequested)
        {
            return null;
        }

        DatasetPlan datasetPlan = DatasetPlans.Of(plan, session);
        DatasetShard? shard = DatasetPlans.ShardOf(plan);
        using DatasetWriter writer = Resume
            ? DatasetWriter.Resume(Output, datasetPlan, shard, stop)
            : DatasetWriter.Create(Output, datasetPlan, shard);
        var repair = new RepairNotice(writer.ResumeReport, isSigned: Key is not null, Say);
        repair.Begin();
        if (!Render(plan, session, writer, progress, stop, out double waitedSeconds) || stop.IsCancellationRequested)
        {
            return null;
        }

        if (writer.ResumeReport is not { IsWhole: true })
        {
            writer.WriteRunMetadata(RunMetadata(started, waitedSeconds));
        }

        DatasetDescription? description = Finish(writer, stop);
        repair.End(description);
        if (description is not null && Key is not null)
        {
            Attestation.Sign(Output, Key);
        }

        return description;
    }

    private void RequireRoom()
    {
        ulong host = (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        string[] problems =
        [
            .. Plan.Cameras.Select(camera => (camera.Settings.Width, camera.Settings.Height)).Distinct()
                .Select(size => (Size: size, Problem: ImageRoom.WhyImpossible(Device.PhysicalDevice, size.Width, size.Height, host)))
                .Where(item => item.Problem is not null)
                .Select(item => FormattableString.Invariant($"The device cannot render images of {item.Size.Width}x{item.Size.Height} pixels: {item.Problem}. Choose a smaller width and height, or another device (--device).")),
        ];
        if (problems.Length > 0)
        {
            throw new RequestException(problems);
        }
    }

    // With millions of frames, ordering their records takes long enough to be stopped in the middle.
    private static DatasetDescription? Finish(DatasetWriter writer, CancellationToken stop)
    {
        try
        {
            return writer.Finish(stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private bool Render(RunPlan plan, RenderSession session, DatasetWriter writer, IProgress<long> progress, CancellationToken stop, out double waitedSeconds)
    {
        try
        {
            session.Blurred = new BlurNotice(Say).Note;
            var sights = new CameraSights(plan, Warn);
            var pipeline = new RunPipeline(plan, session, writer, sights);
            using RunWatch? watch = Watchdog is null ? null : new RunWatch(Watchdog, plan, session, pipeline.Flush);
            bool isComplete = pipeline.Run(Encoders, progress, stop);
            waitedSeconds = pipeline.WaitedForSamplesSeconds;
            if (isComplete && pipeline.Redrawn is { } redrawn)
            {
                Say(redrawn);
            }

            if (isComplete && !Resume)
            {
                sights.End();
            }

            return isComplete;
        }
        catch (Exception impossible) when (impossible is RequestException or PluginFailedException)
        {
            writer.Abandon();
            throw;
        }
        catch (Exception thrown) when (PluginFault.In(thrown) is not null)
        {
            writer.Abandon();
            throw new PluginFailedException(PluginUses.Describe(plan, PluginFault.In(thrown)!), thrown);
        }
    }

    // What belongs to this host and this hour, and therefore not to the dataset's identity.
    private JsonObject RunMetadata(DateTimeOffset started, double waitedSeconds) => new()
    {
        ["host"] = Environment.MachineName,
        ["device_uuid"] = Device.PhysicalDevice.Uuid,
        ["asset_folder"] = Plan.AssetFolder,
        ["encoders"] = Encoders,
        ["plugins_lock_sha256"] = Lock?.Sha256,
        ["resumed"] = Resume,
        ["started"] = started.ToString("O"),
        ["waited_for_samples_s"] = Math.Round(waitedSeconds, 3),
        ["finished"] = DateTimeOffset.UtcNow.ToString("O"),
    };
}
