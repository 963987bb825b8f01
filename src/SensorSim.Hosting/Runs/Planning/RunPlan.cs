using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Hosting.Physics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Hosting.Styles;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Outcomes;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>A run, resolved and checked: nothing that is wrong with the request is found after this.</summary>
public sealed record RunPlan
{
    /// <summary>Name of the draw that records the scale of automatic exposure.</summary>
    public const string AutomaticScaleDraw = "exposure.automatic_scale";

    public required Scenario Scenario { get; init; }

    /// <summary>What was asked for, with what the planner chose; of its paths only those that <see cref="Assets"/> name.</summary>
    public required RunRequest Request { get; init; }

    public required LoadedScene Scene { get; init; }

    /// <summary>Where relative names of assets begin; belongs to the host, not to the dataset's identity.</summary>
    public required string AssetFolder { get; init; }

    /// <summary>Null when the environment is built in or dark.</summary>
    public HdrImage? EnvironmentImage { get; init; }

    /// <summary>What cousins choose from: name → image, or null for the built-in one. Empty where all have one environment.</summary>
    public IReadOnlyDictionary<string, HdrImage?> Environments { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, HdrImage?>.Empty;

    /// <summary>Scene and environment files: name → SHA-256.</summary>
    public required IReadOnlyDictionary<string, string> Assets { get; init; }

    public required PluginCatalog Catalog { get; init; }

    public required IReadOnlyList<Instance> Instances { get; init; }

    public required CategoryTable Categories { get; init; }

    public required IReadOnlyList<CameraPlan> Cameras { get; init; }

    public required CousinSampler Cousins { get; init; }

    /// <summary>What moves bodies; null where none moves by itself.</summary>
    public EpisodePhysics? Physics { get; init; }

    /// <summary>Says of episodes whether their task succeeded; null where the scenario does not say what success is.</summary>
    public TaskJudge? Judge { get; init; }

    /// <summary>What is done to the look of pictures or textures; null leaves them as they are.</summary>
    public ChosenStyle? Style { get; init; }

    /// <summary>What was done to the textures of <see cref="Scene"/>; null where nothing was.</summary>
    public StyleRecord? TextureStyle { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Samples of the whole run, over all shards.</summary>
    public required long Samples { get; init; }

    public required Shard Shard { get; init; }

    /// <summary>Objects with keypoints, where those are asked for.</summary>
    public required IReadOnlyList<ObjectSkeleton> Skeletons { get; init; }

    /// <summary>What is rendered.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>What was asked for: without what only the style is given.</summary>
    public LabelSet AskedLabels => Request.Labels ?? Scenario.Labels;

    /// <summary>Colour samples per pixel.</summary>
    public required int Msaa { get; init; }

    public required ImageFormat DepthFile { get; init; }

    /// <summary>PNG or JPEG.</summary>
    public ImageFormat PictureFile { get; init; } = ImageFormat.Png;

    public required DepthScale DepthScale { get; init; }

    /// <summary>Bits of a category id in the semantic image.</summary>
    public int CategoryBits => Categories.Names.Count <= byte.MaxValue ? 8 : 16;

    /// <summary>Frames of the whole run.</summary>
    public long FrameCount => Samples * Scenario.Episode.Steps * Cameras.Count;

    /// <summary>Names of draws that records have and that only rendering tells.</summary>
    public IReadOnlyList<string> MeasuredDraws => Cameras.Any(camera => camera.Settings.Exposure is null) ? [AutomaticScaleDraw] : [];

    /// <summary>The frames of this shard.</summary>
    public ShardFrames ShardFrames => new(Samples, Cameras.Count, Scenario.Episode.Steps, Shard);

    /// <summary>A cousin with bodies that move as long as any camera looks.</summary>
    /// <param name="cousin">At the beginning of its episode.</param>
    /// <param name="stop">Ends a simulation between two of its steps.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="SensorSim.Physics.PhysicsException">They cannot, or do not go on.</exception>
    public SceneInstance Moving(SceneInstance cousin, CancellationToken stop = default)
    {
        if (Physics is null)
        {
            return cousin;
        }

        double longest = CamerasOf(cousin).Max(camera => camera.Settings.Exposure is { } exposure ? exposure.TimeSeconds + (exposure.RowTimeSeconds * camera.Settings.Height) : 0);
        double end = Scenario.Episode.TimeOf(Scenario.Episode.Steps);
        SceneInstance moving = Physics.Simulate(cousin, end + longest, stop);
        return Judge is null ? moving : moving with { Outcome = Judge.Of(moving, Scenario.Episode.StartSeconds, end) };
    }

    /// <summary>The cameras with what a sample drew for them.</summary>
    /// <exception cref="ScenarioException">What was drawn does not go together.</exception>
    public IReadOnlyList<CameraPlan> CamerasOf(SceneInstance cousin)
    {
        var planning = new CameraPlanning(Catalog, Labels);
        return [.. Cameras.Select(camera => planning.Drawn(camera, cousin))];
    }
}
