using System.CommandLine;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Hosting.Styles;
using SensorSim.Signals;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary><c>replay</c>: one frame again, from its record alone.</summary>
internal sealed class ReplayCommand : CliCommand
{
    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset" };
    private readonly Argument<string> _frame = new("FRAME") { Description = "name of the frame, such as 000012_0007_front" };
    private readonly Option<string?> _assets = new("--assets") { Description = "folder where names of the scene's and the style's files begin (default: where the run had them)", HelpName = "DIR" };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "also write the images of the new rendering here", HelpName = "DIR" };
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public ReplayCommand(Terminal terminal)
        : base(
            terminal, "replay", "render one frame again from its provenance and compare pixel digests (exit 1 when they differ, or when the record was edited)",
            new Example("sensorsim replay out/quickstart 000000_0000_front", "the same pixels?"),
            new Example("sensorsim replay out/quickstart 000000_0000_front --assets scenes --out out/again", "elsewhere, and keep the images"))
    {
        Add(_dataset);
        Add(_frame);
        foreach (Option option in (Option[])[_assets, _out, _device, _pluginTimeout, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        string? folder = arguments.GetValue(_out);
        RequireFree(folder);
        if (arguments.GetValue(_assets) is { } assets && !Directory.Exists(assets)) throw new UsageException($"--assets {assets}: there is no such folder");
        var dataset = DatasetReader.Open(arguments.GetRequiredValue(_dataset));
        WrittenRecords.RequireDescription(dataset);
        string name = arguments.GetRequiredValue(_frame);
        FrameLine line = dataset.Find(name) ?? throw new UsageException($"{dataset.Root} has no frame {name}; {FramesOf(dataset)}");
        string? edited = WrittenRecords.ProblemOf(dataset, line);
        if (edited is not null) Terminal.Warn($"{Path.Combine(dataset.Root, DatasetLayout.Frames)}:{line.Number}: {edited}");
        FrameRecord record = line.Record;
        var source = new SceneSource(arguments.GetValue(_assets) ?? RecordedAssets.FolderOf(dataset) ?? "");
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        PluginCatalog catalog = plugins.Load();
        var style = new StyleReplay(record, arguments.GetValue(_assets) ?? RecordedAssets.StyleFolderOf(dataset) ?? source.Folder, catalog);
        IReadOnlyDictionary<string, PixelPlane> planes = Replay(dataset, line, source, catalog, style, arguments.GetValue(_device));
        if (style.WhyNot is { } why) Terminal.Warn($"{why} Compared is what it was given.");
        ReplayedFile[] files = [.. style.Compared().Select(file => new ReplayedFile(file.Output, file.Sha256, planes.TryGetValue(file.Output, out PixelPlane plane) ? PixelDigest.Of(plane) : null))];

        if (folder is not null) Keep(planes, folder, record.Frame);
        var report = new ReplayReport(record.Frame, files, edited);
        if (arguments.GetValue(_json)) JsonOutput.Write(Terminal.Out, report.Json());
        else report.WriteTo(Terminal.Out);
        return report.IsSame ? ExitCode.Done : ExitCode.Failed;
    }

    private static string FramesOf(DatasetReader dataset)
    {
        string? first = dataset.Frames().FirstOrDefault()?.Frame, last = dataset.Frames().LastOrDefault()?.Frame;
        return first is null ? "there are none" : first == last ? $"there is {first} alone" : $"there are {first} to {last}";
    }

    private static void RequireFree(string? folder)
    {
        if (File.Exists(folder)) throw new UsageException($"--out {folder}: this is a file; choose a folder");
        if (folder is not null && DatasetReader.Enclosing(folder) is { } dataset)
            throw new UsageException($"--out {folder}: this folder belongs to the dataset {dataset}, which would not verify any more; choose another");
    }

    private IReadOnlyDictionary<string, PixelPlane> Replay(DatasetReader dataset, FrameLine line, SceneSource source, PluginCatalog catalog, StyleReplay style, string? selector)
    {
        try
        {
            return Render(new(line.Record, source, catalog), style, catalog, selector);
        }
        catch (FormatException unreadable)
        {
            throw Unfit(unreadable.Message, unreadable);
        }
        catch (VulkanException full) when (full.IsOutOfMemory)
        {
            throw Unfit($"the device has no memory for 'width' {line.Record.Width} and 'height' {line.Record.Height}.", full);
        }

        DatasetException Unfit(string why, Exception cause) =>
            new(Path.Combine(dataset.Root, DatasetLayout.Frames), line.Number, $"the record of {line.Record.Frame} cannot be rendered: {why}", cause);
    }

    private IReadOnlyDictionary<string, PixelPlane> Render(FrameReplay replay, StyleReplay style, PluginCatalog catalog, string? selector)
    {
        using var opened = OpenedDevice.Open(Terminal, selector, catalog);
        foreach (string warning in replay.Warnings(opened.Chosen)) Terminal.Warn(warning);
        return style.Of(replay.Render(opened.Device, opened.Shaders), opened.Sensors);
    }

    private static void Keep(IReadOnlyDictionary<string, PixelPlane> planes, string folder, string frame)
    {
        try
        {
            FrameImages.Write(planes, folder, frame);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(folder, $"the images could not be written: {FileFailure.Reason(failure)}. Choose another folder with --out.", failure);
        }
    }
}
