using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>What a command says about the dataset that it wrote.</summary>
internal static class DatasetReport
{
    /// <returns>The exit code: frames that were rejected are in it, but no one should train on them.</returns>
    public static int WriteJudged(Terminal terminal, string folder, DatasetDescription dataset, bool asJson, string? advice = null)
    {
        Write(terminal, folder, dataset, asJson);
        if (dataset.Counts.Rejected == 0) return ExitCode.Done;
        FrameRecord first = DatasetReader.Open(folder).Frames().First(frame => frame.Rejected is not null);
        terminal.Warn($"{Quantity.Of(dataset.Counts.Rejected, "frame")} rejected; the records say why. The first is {first.Frame}: {first.Rejected}{advice}");
        return ExitCode.RejectedFrames;
    }

    public static void Write(Terminal terminal, string folder, DatasetDescription dataset, bool asJson)
    {
        if (asJson)
            JsonOutput.Write(terminal.Out, ToJson(folder, dataset));
        else
        {
            if (dataset.Gate is { } gate) terminal.Say(gate.Text);
            if (dataset.Tasks is { } tasks) terminal.Say(tasks.Text);
            terminal.Say(
                $"{Quantity.Of(dataset.Counts.Frames, "frame")}, {Quantity.Of(dataset.Counts.Files, "file")}, {Quantity.Bytes(dataset.Counts.Bytes)} in {folder}; merkle root {dataset.MerkleRoot}");
        }
    }

    public static JsonObject ToJson(string folder, DatasetDescription dataset) => new()
    {
        ["gate"] = dataset.Gate?.ToJson(),
        ["tasks"] = dataset.Tasks?.ToJson(),
        ["out"] = Path.GetFullPath(folder),
        ["frames"] = dataset.Counts.Frames,
        ["samples"] = dataset.Counts.Samples,
        ["rejected"] = dataset.Counts.Rejected,
        ["files"] = dataset.Counts.Files,
        ["bytes"] = dataset.Counts.Bytes,
        ["device_class"] = dataset.Plan.DeviceClass,
        ["merkle_root"] = dataset.MerkleRoot,
    };
}
