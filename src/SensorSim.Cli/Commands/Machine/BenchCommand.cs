using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Images;
using SensorSim.Hosting;
using SensorSim.Hosting.Benchmarks;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Machine;

/// <summary><c>bench</c>: frames per second, stage after stage.</summary>
internal sealed class BenchCommand : CliCommand
{
    private const string DefaultScene = "builtin:warehouse-aisle";

    private static readonly (string Name, Func<RenderBench, BenchCase> Measure)[] Cases =
    [
        ("on-device", bench => bench.OnDevice()),
        ("colour+depth", bench => bench.ColourAndDepth()),
        ("labels", bench => bench.Labels()),
        ("sensor", bench => bench.Sensor()),
        ("dataset", bench => bench.Dataset()),
        ("copy", bench => bench.Copy()),
    ];

    private readonly Option<string> _scene = new("--scene") { Description = $"glTF file (default: {DefaultScene})", HelpName = "FILE", DefaultValueFactory = _ => DefaultScene };
    private readonly Option<string[]> _cases = new("--case") { Description = "only this case; may be repeated", DefaultValueFactory = _ => [] };
    private readonly Option<int?> _width = NumberOption.Of<int>("--width", "image width in pixels (default 640)", 1, CameraIntrinsics.MaximumSide);
    private readonly Option<int?> _height = NumberOption.Of<int>("--height", "image height in pixels (default 480)", 1, CameraIntrinsics.MaximumSide);
    private readonly Option<int?> _msaa = NumberOption.Msaa(usual: 1);
    private readonly Option<int?> _frames = NumberOption.Of<int>("--frames", "frames to time in each case, after a warm-up (default 60)", min: 1);
    private readonly Option<int?> _batch = NumberOption.Of<int>("--batch", "views in one submission (default 1)", min: 1);
    private readonly Option<int?> _views = NumberOption.Of<int>("--views", "cameras around the scene that the frames cycle through (default 20)", min: 1);
    private readonly Option<string[]> _sensors = new("--sensor")
    {
        Description = "a stage of the sensor chain that the cases with sensors run, or profile:NAME; repeatable (default: camera.noise)", HelpName = "STAGE",
    };

    private readonly Option<int?> _encoders = NumberOption.Of<int>("--encoders", "threads that encode and write (default: one for each processor)", min: 1);
    private readonly Option<string?> _out = new("--out", "-o") { Description = "where the dataset case writes, and leaves, its files (default: a temporary folder, deleted)", HelpName = "FOLDER" };
    private readonly Option<string?> _picture = new("--picture") { Description = "also write the first view as PNG", HelpName = "FILE" };
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _json = SharedOptions.Json();

    public BenchCommand(Terminal terminal)
        : base(
            terminal, "bench", "frames per second of the real program: render, read back, labels, sensor chain, dataset on disk; and the copy rate",
            new Example("sensorsim bench", "every case on the built-in warehouse"),
            new Example("sensorsim bench --scene helmet.glb --msaa 4 --frames 200 --json", "another scene, for a script"),
            new Example("sensorsim bench --case labels --case sensor --sensor profile:imx477", "what a camera's whole chain costs"),
            new Example("sensorsim bench --case dataset --width 1920 --height 1080", "one case, larger"))
    {
        _cases.Allow([.. Cases.Select(test => test.Name)]);
        foreach (Option option in (Option[])[_scene, _cases, _width, _height, _msaa, _frames, _batch, _views, _sensors, _encoders, _out, _picture, _device, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        BenchRequest request = Read(arguments);
        string[] wanted = arguments.GetValue(_cases)!;
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, arguments.GetValue(_device));
        Terminal.Say(DeviceListing.Announcement(chosen));
        using var device = ProgramFolders.OpenDevice(instance, chosen);
        var bench = new RenderBench(request, PluginCatalog.Load(PluginCatalog.StandardDirectories()), device, ProgramFolders.OpenShaders());
        BenchCase[] results = [.. Cases.Where(test => wanted.Length == 0 || wanted.Contains(test.Name, StringComparer.Ordinal)).Select(test => Measure(bench, test))];
        if (arguments.GetValue(_picture) is { } picture) File.WriteAllBytes(picture, new PngWriter().Encode(bench.Picture()).Span);

        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, ToJson(request, chosen, results));
        else
            Write(results);
        return ExitCode.Done;
    }

    private BenchCase Measure(RenderBench bench, (string Name, Func<RenderBench, BenchCase> Measure) test)
    {
        Terminal.Say($"measuring {test.Name}");
        return test.Measure(bench);
    }

    private BenchRequest Read(ParseResult arguments)
    {
        var request = new BenchRequest { ScenePath = arguments.GetValue(_scene)! };
        return request with
        {
            Width = arguments.GetValue(_width) ?? request.Width,
            Height = arguments.GetValue(_height) ?? request.Height,
            Msaa = arguments.GetValue(_msaa) ?? request.Msaa,
            Frames = arguments.GetValue(_frames) ?? request.Frames,
            Batch = arguments.GetValue(_batch) ?? request.Batch,
            Views = arguments.GetValue(_views) ?? request.Views,
            Sensors = arguments.GetValue(_sensors) is { Length: > 0 } stages ? [.. stages.Select(SensorOption.Parse)] : request.Sensors,
            Encoders = arguments.GetValue(_encoders) ?? request.Encoders,
            Folder = arguments.GetValue(_out) is { } folder ? EmptyFolder(folder) : null,
        };
    }

    private static string EmptyFolder(string folder) =>
        File.Exists(folder) ? throw new UsageException($"--out {folder}: this is a file")
        : Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() ? throw new UsageException($"--out {folder}: the folder is not empty")
        : folder;

    private void Write(BenchCase[] results)
    {
        var table = new TextTable("case", "frames/s", "ms/frame", "MB/frame", "what a frame includes");
        foreach (BenchCase result in results)
            table.Add(
                result.Name, Number(result.FramesPerSecond, "F1"), Number(1000 * result.Seconds / result.Frames, "F2"), Number(result.BytesPerFrame / 1e6, "F2"), result.Description);
        table.WriteTo(Terminal.Out);
    }

    private static JsonObject ToJson(BenchRequest request, PhysicalDevice device, BenchCase[] results) => new()
    {
        ["version"] = ToolVersion.Current.Version,
        ["commit"] = ToolVersion.Current.Commit,
        ["device"] = device.Name,
        ["device_class"] = device.DeviceClass,
        ["scene"] = request.ScenePath,
        ["width"] = request.Width,
        ["height"] = request.Height,
        ["msaa"] = request.Msaa,
        ["batch"] = request.Batch,
        ["encoders"] = request.Encoders,
        ["cases"] = JsonOutput.Array(results, result => new JsonObject
        {
            ["name"] = result.Name,
            ["description"] = result.Description,
            ["frames"] = result.Frames,
            ["seconds"] = result.Seconds,
            ["frames_per_second"] = result.FramesPerSecond,
            ["bytes_per_frame"] = result.BytesPerFrame,
        }),
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
