using SensorSim.Cli.Console;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs.Planning;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary>What <c>render</c> says about a run before it begins: how many frames, how much disk, and what looks wrong with that.</summary>
internal static class PlanReport
{
    public static void Write(Terminal terminal, RunPlan plan, RunSize size, string output)
    {
        terminal.Say(Summary(plan, size));
        if (PlayedAnimation.Of(plan) is { } played) terminal.Say($"scene: {played.Words(plan.Request.ScenePath is null ? "episode.steps" : "--steps")}");
        else if (plan.Request.ScenePath is not null && plan.Scenario.Episode.Steps > 1) terminal.Say("scene: it has no animation: all steps show the same");
        if (size.Frames == 0)
            terminal.Warn($"the shard {plan.Shard} has no frame: there are fewer parts to share out than shards; merge wants its empty dataset all the same");
        if (!DatasetWriter.IsBegun(output) && FreeBytes(output) is { } free && size.Bytes > free)
            terminal.Warn($"about {Quantity.Bytes((long)size.Bytes)} are expected, but only {Quantity.Bytes(free)} are free in {output}; a full disk ends the run, --resume carries on");
    }

    private static string Summary(RunPlan plan, RunSize size)
    {
        string product = $"{Quantity.Of(plan.Samples, "sample")} x {Quantity.Of(plan.Scenario.Episode.Steps, "step")} x {Quantity.Of(plan.Cameras.Count, "camera")} = {Quantity.Of(plan.FrameCount, "frame")}";
        string shard = plan.Shard == Shard.Whole ? "" : $"; shard {plan.Shard}: {Quantity.Of(size.Frames, "frame")}";
        return $"plan: {product}{shard}, about {Quantity.Bytes((long)size.Bytes)}";
    }

    /// <summary>Of the file system that a folder, which may not exist yet, lies on; null where the system does not say.</summary>
    private static long? FreeBytes(string folder)
    {
        string? existing = Path.GetFullPath(folder);
        while (existing is not null && !Directory.Exists(existing)) existing = Path.GetDirectoryName(existing);
        try
        {
            // One without any size, such as /proc, is no disk that could be full.
            return existing is not null && new DriveInfo(existing) is { TotalSize: > 0 } drive ? drive.AvailableFreeSpace : null;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
