using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Signals;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands;

/// <summary><c>replay</c>: one frame again, from its record alone.</summary>
internal sealed class ReplayCommand : CliCommand
{
    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset" };
    private readonly Argument<string> _frame = new("FRAME") { Description = "name of the frame, such as 000012_0007_front" };
    private readonly Option<string?> _assets = new("--assets") { Description = "folder of the scene's files (default: where the run had them)", HelpName = "DIR" };
    private readonly Option<string?> _out = new("--out") { Description = "also write the images of the new rendering here", HelpName = "DIR" };
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _json = SharedOptions.Json();

    public ReplayCommand(Terminal terminal)
        : base(
            terminal, "replay", "render one frame again from its provenance and compare pixel digests (exit 1 when they differ)",
            new Example("sensorsim replay out/quickstart 000000_0000_front", "the same pixels?"),
            new Example("sensorsim replay out/quickstart 000000_0000_front --assets scenes --out out/again", "elsewhere, and keep the images"))
    {
        Add(_dataset);
        Add(_frame);
        foreach (Option option in (Option[])[_assets, _out, _device, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        string? folder = arguments.GetValue(_out);
        RequireFree(folder);
        var dataset = DatasetReader.Open(arguments.GetRequiredValue(_dataset));
        string name = arguments.GetRequiredValue(_frame);
        FrameRecord record = dataset.Find(name) ?? throw new UsageException($"{dataset.Root} has no frame {name}; frames.jsonl lists them");
        var source = new SceneSource(arguments.GetValue(_assets) ?? RecordedAssets.FolderOf(dataset) ?? "");
        FrameReplay replay = ReplayOf(record, source, dataset);
        IReadOnlyDictionary<string, PixelPlane> planes = Render(replay, arguments.GetValue(_device));
        ReplayedFile[] files = [.. record.Files.Select(file => new ReplayedFile(file.Key, file.Value.PixelsSha256, planes.TryGetValue(file.Key, out PixelPlane plane) ? PixelDigest.Of(plane) : null))];

        if (folder is not null) Write(planes, folder, record.Frame);
        Report(record.Frame, files, arguments.GetValue(_json));
        return files.All(file => file.IsSame) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void RequireFree(string? folder)
    {
        if (File.Exists(folder)) throw new UsageException($"--out {folder}: this is a file; choose a folder");
        if (folder is not null && (DatasetWriter.IsBegun(folder) || File.Exists(Path.Combine(folder, DatasetLayout.Description))))
            throw new UsageException($"--out {folder}: this folder holds a dataset, whose images would be replaced; choose another");
    }

    private static FrameReplay ReplayOf(FrameRecord record, SceneSource source, DatasetReader dataset)
    {
        try
        {
            return new(record, source, PluginCatalog.Load(PluginCatalog.StandardDirectories()));
        }
        catch (FormatException unreadable)
        {
            throw new DatasetException(Path.Combine(dataset.Root, DatasetLayout.Frames), $"{record.Frame}: {unreadable.Message}", unreadable);
        }
    }

    private IReadOnlyDictionary<string, PixelPlane> Render(FrameReplay replay, string? selector)
    {
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, selector);
        Terminal.Say(DeviceListing.Announcement(chosen));
        foreach (string warning in replay.Warnings(chosen)) Terminal.Warn(warning);
        using var device = ProgramFolders.OpenDevice(instance, chosen);
        return replay.Render(device, ProgramFolders.OpenShaders());
    }

    private static void Write(IReadOnlyDictionary<string, PixelPlane> planes, string folder, string frame)
    {
        var writer = new ImageWriter();
        foreach ((string output, PixelPlane plane) in planes)
        {
            ImageFormat format = plane.SampleType == SampleType.Float32 ? ImageFormat.Exr : ImageFormat.Png;
            string path = DatasetLayout.Resolve(folder, DatasetLayout.ImagePath(output, frame, format));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, writer.Encode(plane, format).Span);
        }
    }

    private void Report(string frame, ReplayedFile[] files, bool asJson)
    {
        if (asJson)
        {
            JsonOutput.Write(Terminal.Out, new JsonObject
            {
                ["frame"] = frame,
                ["same"] = files.All(file => file.IsSame),
                ["files"] = JsonOutput.Array(files, file => new JsonObject
                {
                    ["output"] = file.Output,
                    ["recorded"] = file.Recorded,
                    ["replayed"] = file.Replayed,
                    ["same"] = file.IsSame,
                }),
            });
            return;
        }

        var table = new TextTable("output", "recorded pixels", "");
        foreach (ReplayedFile file in files)
            table.Add(file.Output, file.Recorded, file.IsSame ? "same" : $"DIFFERENT: {file.Replayed ?? "not rendered"}");
        table.WriteTo(Terminal.Out);
    }

    private sealed record ReplayedFile(string Output, string Recorded, string? Replayed)
    {
        public bool IsSame => Recorded == Replayed;
    }
}
