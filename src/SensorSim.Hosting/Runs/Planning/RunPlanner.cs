using SensorSim.Cameras;
using SensorSim.Datasets.Labels;
using SensorSim.Hosting.Divergence;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>From a request to a plan: reads the scenario and the scene, finds the plugins, checks that everything fits.</summary>
public sealed class RunPlanner(PluginCatalog catalog)
{
    private readonly LibraryContents _library = new();

    /// <exception cref="ScenarioException">The scenario is wrong, or does not fit the scene or the plugins: every error at once.</exception>
    /// <exception cref="Scenes.Gltf.GltfException">The scene cannot be read.</exception>
    /// <exception cref="SensorChainException">A chain given on the command line cannot be built.</exception>
    /// <exception cref="RequestException">The request contradicts itself.</exception>
    public RunPlan Plan(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestRules.Check(request);
        return request.ScenarioPath is { } path ? PlanScenario(path, request) : PlanScene(request.ScenePath!, request);
    }

    /// <summary>A plan with this planner's plugins instead of its own; scenario and scene are not read again.</summary>
    /// <exception cref="ScenarioException">The scenario does not fit the plugins.</exception>
    /// <exception cref="SensorChainException">A chain given on the command line does not.</exception>
    public RunPlan WithPlugins(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyList<ScenarioError> errors = plan.Request.ScenarioPath is { } path ? ScenarioPlugins.Check(ScenarioReader.ReadFile(path, plan.Request.Overrides), catalog, plan.Request.Labels) : [];
        return errors.Count == 0 ? plan with { Catalog = catalog, Cameras = [.. plan.Scenario.Cameras.Select(camera => new CameraPlanning(catalog, plan.Labels).Of(camera, plan.Cousins.Space))] } : throw new ScenarioException(errors);
    }

    private RunPlan PlanScenario(string path, RunRequest request)
    {
        ScenarioReading reading = request.ScenarioText is { } text ? ScenarioReader.Read(text.Span, path, request.Overrides) : ScenarioReader.ReadFile(path, request.Overrides);
        var errors = new List<ScenarioError>([.. reading.Errors, .. ScenarioPlugins.Check(reading, catalog, request.Labels)]);
        var source = new SceneSource(Path.GetDirectoryName(path) ?? "", catalog) { Library = _library };
        ScenarioContents? contents = reading.Draft is { } draft ? ScenarioContents.Read(draft, source, catalog, request.Labels, errors) : null;
        if (contents?.Scene is { } scene && SceneBinding.Of(reading.Draft!, scene.Scene) is { } binding)
        {
            errors.AddRange([.. binding.Errors, .. FlickerDrawCheck.Of(binding, catalog)]);
        }

        return errors.Count == 0 && reading.Scenario is { } scenario && contents?.Scene is { } whole
            ? Plan(request, scenario, source, whole.In(scenario.Variant), contents.Environment, contents.Environments) with { Style = contents.Style }
            : throw new ScenarioException([.. ScenarioReader.InOrder(ScenarioError.Once(errors), path)]);
    }

    private RunPlan PlanScene(string path, RunRequest request)
    {
        (SceneSource source, string name) = SceneSource.Of(path, catalog);
        LoadedScene scene = source.Load(name);
        CameraProjection lens = Optics.Of(StageRequests.Of(request.Sensors, catalog), catalog).Projection;
        request = request with { Environment = Beside(source, request.Environment) };
        Scenario orbit = OrbitScenario.Of(request, scene, lens);
        List<ScenarioError> errors = [.. SceneBinding.Of(orbit, scene.Scene).Errors];
        LoadedEnvironment? environment = ScenarioContents.EnvironmentOf(orbit, source, "", errors);
        return errors.Count > 0 ? throw new ScenarioException(errors) : Plan(request, orbit, source, scene.In(orbit.Variant), environment, EnvironmentChoices.None);
    }

    // Names of assets begin at the scene's folder, also of a file that a person named from somewhere else.
    private static EnvironmentLight Beside(SceneSource source, EnvironmentLight light) => light.Hdr is null || light.Hdr.StartsWith(SceneLibrary.Prefix, StringComparison.Ordinal)
        ? light
        : light with { Hdr = Path.GetRelativePath(source.Folder, Path.GetFullPath(light.Hdr)) };

    private RunPlan Plan(RunRequest request, Scenario scenario, SceneSource source, LoadedScene scene, LoadedEnvironment? environment, IReadOnlyDictionary<string, LoadedEnvironment?> environments)
    {
        RequestRules.Check(request, scenario);
        scenario = request.EvidencePath is { } evidence ? DivergenceEvidence.In(scenario, evidence) : scenario;
        ulong seed = request.Seed ?? scenario.Cousins.Seed;
        EarlierDraws earlier = EarlierDraws.Of(scenario);
        IReadOnlyList<Instance> instances = SceneInstances.Of(scene.Scene);
        LabelSet labels = (request.Labels ?? scenario.Labels) | (scenario.Style?.Stage == StyleStage.BeforeSensor ? LabelSet.Radiance : LabelSet.None);
        CousinSampler? cousins = null;
        cousins = new(scenario, scene.Scene, seed, earlier.Samples) { Rules = new CameraPlanning(catalog, labels).RulesOf(scenario.Cameras, scene.Scene, cousin => cousins!.Cousin(cousin)) };
        long samples = request.Samples ?? scenario.Cousins.Count;
        cousins.RequireDrawable(samples);
        return new()
        {
            Scenario = scenario,
            Request = request with { EvidencePath = null },
            Scene = scene,
            AssetFolder = source.Folder,
            EnvironmentImage = environment?.Image,
            Environments = environments.ToDictionary(choice => choice.Key, choice => choice.Value?.Image, StringComparer.Ordinal),
            Assets = With(scene.Assets, [.. scenario.DataFiles, .. earlier.Files, .. environment is null ? [] : (KeyValuePair<string, string>[])[new(scenario.Environment.Hdr!, environment.Sha256)], .. environments.Where(choice => choice.Value is not null).Select(choice => KeyValuePair.Create(choice.Key, choice.Value!.Sha256))]),
            Catalog = catalog,
            Instances = instances,
            Categories = CategoryTable.Of(scene.Scene, instances, scenario.Categories),
            Cameras = [.. scenario.Cameras.Select(camera => new CameraPlanning(catalog, labels).Of(camera, cousins.Space))],
            Cousins = cousins,
            Physics = scenario.Physics is { } physics ? new(physics, scene.Scene, catalog) : null,
            Judge = scenario.Task is { Success.Count: > 0 } task ? new(task.Success, scene.Scene) : null,
            Seed = seed,
            Samples = samples,
            Shard = request.Shard,
            Labels = labels,
            Skeletons = labels.HasFlag(LabelSet.Keypoints) ? SkeletonsOf(scene, instances) : [],
            Msaa = request.Msaa,
            DepthFile = request.DepthFile,
            PictureFile = request.PictureFile,
            DepthScale = DepthScale.ForDiagonal(SceneBounds.Of(scene.Scene).Diagonal),
        };
    }

    private static IReadOnlyList<ObjectSkeleton> SkeletonsOf(LoadedScene scene, IReadOnlyList<Instance> instances)
    {
        try
        {
            return SceneSkeletons.Of(scene.Scene, instances);
        }
        catch (FormatException unfit)
        {
            throw new RequestException([$"{scene.Name}: {unfit.Message} Correct it, or leave the label keypoints out."]);
        }
    }

    private static SortedDictionary<string, string> With(IReadOnlyDictionary<string, string> assets, IReadOnlyList<KeyValuePair<string, string>> more) =>
        new(assets.Concat(more).DistinctBy(asset => asset.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
