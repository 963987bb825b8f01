using System.CommandLine;
using SensorSim.Cameras;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Images;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Cli.Commands.Options;

/// <summary>What to render: the arguments of <c>render</c> that become a <see cref="RunRequest"/>.</summary>
internal sealed class RenderOptions
{
    private readonly Argument<string?> _scenario = new("SCENARIO") { Description = "scenario file (YAML)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _scene = new("--scene") { Description = "a glTF file to render from an orbit, without a scenario", HelpName = "FILE" };
    private readonly Option<long?> _samples = NumberOption.Of<long>("--samples", "samples to render, instead of the scenario's count", 1, CousinSettings.MaximumCount);
    private readonly Option<ulong?> _seed = NumberOption.Of<ulong>("--seed", "seed of every draw, instead of the scenario's", 0, RunRequest.MaximumSeed);
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<string?> _lock = new("--lock") { Description = $"refuse plugins that are not as this file says (SCENARIO.lock.json beside the scenario, else {PluginLock.FileName}, is used unasked; 'sensorsim plugins lock' writes it)", HelpName = "FILE" };
    private readonly Option<string?> _evidence = new("--evidence") { Description = "what 'sensorsim diverge SCENARIO --json' wrote: goes into the provenance of every frame", HelpName = "FILE.json" };
    private readonly Option<Shard> _shard = ShardOption();
    private readonly Option<int?> _views = NumberOption.Of<int>("--views", "with --scene: cameras on the orbit (default 8)", 1, RunRequest.MaximumViews);
    private readonly Option<int?> _width = NumberOption.Of<int>("--width", "with --scene: image width in pixels (default 640; of a panorama twice the height)", 1, CameraIntrinsics.MaximumSide);
    private readonly Option<int?> _height = NumberOption.Of<int>("--height", "with --scene: image height in pixels (default 480; of a panorama half the width)", 1, CameraIntrinsics.MaximumSide);
    private readonly Option<string?> _variant = new("--variant") { Description = "with --scene: the file's material variant", HelpName = "NAME" };
    private readonly Option<string?> _animation = new("--animation") { Description = "with --scene: the animation that plays, or none (default: the file's first)", HelpName = "NAME" };
    private readonly Option<int?> _steps = NumberOption.Of<int>("--steps", "with --scene: time steps (default 1)", 1, EpisodeSettings.MaximumSteps);
    private readonly Option<double?> _rate = NumberOption.Real("--rate", "with --scene: steps per second (default 30)", "HZ");
    private readonly Option<double?> _start = NumberOption.Real("--start", "with --scene: time of the first step, seconds into the animation (default 0)", "S");
    private readonly LightOptions _light = new();
    private readonly Option<string[]> _sensors = new("--sensor")
    {
        Description = "with --scene: a lens or one stage of the sensor chain; once for each, in order, the lens first ('sensorsim plugins list' names them); profile:NAME is a whole camera ('profiles/')",
        HelpName = "ID[:KEY=VALUE,…]",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int?> _msaa = NumberOption.Msaa(usual: 4);
    private readonly Option<string?> _labels = new("--labels") { Description = $"what to write: default, all or a list of {string.Join(", ", LabelNames.Single.Keys)}", HelpName = "LIST" };
    private readonly Option<string> _rgb = new("--rgb") { Description = "picture files: png, or jpeg (8 bits, quality 95, colour at full resolution)", HelpName = "png|jpeg", DefaultValueFactory = _ => "png" };
    private readonly Option<string> _depth = new("--depth") { Description = "depth files: png (16-bit) or exr (float32 metres)", DefaultValueFactory = _ => "png" };

    /// <summary>Options that only a dataset has a use for.</summary>
    public IEnumerable<Option> OfDatasets => [_samples, _shard, _lock, _evidence];

    public void AddTo(Command command)
    {
        command.Add(_scenario);
        _depth.Allow("png", "exr");
        _rgb.Allow("png", "jpeg");
        foreach (Option option in (Option[])[_scene, _samples, _seed, _set, _shard, _lock, _evidence, _views, _width, _height, _variant, _animation, _steps, _rate, _start, .. _light.All, _sensors, _msaa, _labels, _depth, _rgb])
            command.Add(option);
    }

    /// <exception cref="UsageException">Options that contradict each other.</exception>
    public RunRequest Read(ParseResult arguments)
    {
        RequireScene(arguments);
        var request = new RunRequest();
        return request with
        {
            ScenarioPath = arguments.GetValue(_scenario),
            ScenePath = arguments.GetValue(_scene),
            Overrides = arguments.GetValue(_set)!,
            LockPath = arguments.GetValue(_lock),
            EvidencePath = arguments.GetValue(_evidence),
            Samples = arguments.GetValue(_samples),
            Seed = arguments.GetValue(_seed),
            Shard = arguments.GetValue(_shard)!,
            Views = arguments.GetValue(_views) ?? request.Views,
            Width = arguments.GetValue(_width),
            Height = arguments.GetValue(_height),
            Variant = arguments.GetValue(_variant),
            Animation = arguments.GetValue(_animation),
            Episode = new(arguments.GetValue(_steps) ?? 1, arguments.GetValue(_rate) ?? request.Episode.FrameRateHz, arguments.GetValue(_start) ?? 0),
            Environment = _light.Environment(arguments),
            EmissiveLights = _light.EmissiveLights(arguments),
            Sensors = [.. arguments.GetValue(_sensors)!.Select(SensorOption.Parse)],
            Labels = arguments.GetValue(_labels) is { } labels ? LabelsOption.Parse(labels) : null,
            Msaa = arguments.GetValue(_msaa) ?? request.Msaa,
            DepthFile = arguments.GetValue(_depth) == "exr" ? ImageFormat.Exr : ImageFormat.Png,
            PictureFile = arguments.GetValue(_rgb) == "jpeg" ? ImageFormat.Jpeg : ImageFormat.Png,
        };
    }

    /// <summary>A scenario has its own cameras: an option that it would ignore is an error.</summary>
    private void RequireScene(ParseResult arguments)
    {
        if (arguments.GetValue(_scenario) is null) return;
        string[] problems =
        [
            .. ((Option[])[_views, _width, _height, _variant, _animation, _steps, _rate, _start, .. _light.All, _sensors])
                .Where(option => arguments.GetResult(option) is { Implicit: false })
                .Select(option => $"{option.Name} goes with --scene; a scenario's cameras are changed with --set, as in --set {(option == _sensors ? "'cameras.NAME.sensor=[{ use: camera.noise }]'" : "cameras.NAME.width=320")}"),
        ];
        if (problems.Length > 0) throw new UsageException(problems);
    }

    private static Option<Shard> ShardOption() => new("--shard")
    {
        Description = "render the I-th of N equal parts (of samples; of cameras where samples are fewer); merge joins them",
        HelpName = "I/N",
        DefaultValueFactory = _ => Shard.Whole,
        CustomParser = result =>
        {
            try
            {
                return Shard.Parse(result.Tokens[0].Value);
            }
            catch (FormatException wrong)
            {
                result.AddError($"--shard: {wrong.Message}");
                return Shard.Whole;
            }
        },
    };
}
