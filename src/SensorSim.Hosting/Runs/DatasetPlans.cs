using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Plugins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Hosting.Runs;

/// <summary>What a dataset says of the run that made it: everything that decides its content, and nothing of the host.</summary>
public static class DatasetPlans
{
    /// <param name="plan">The run.</param>
    /// <param name="session">Its device class and shaders.</param>
    public static DatasetPlan Of(RunPlan plan, RenderSession session)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(session);
        return Of(plan, session.DeviceClass, session.Shaders);
    }

    /// <param name="plan">The run.</param>
    /// <param name="deviceClass">Vendor, device name and driver version.</param>
    /// <param name="shaders">Shader name → SHA-256 of its SPIR-V.</param>
    public static DatasetPlan Of(RunPlan plan, string deviceClass, IReadOnlyDictionary<string, string> shaders)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(
            new(plan.Scenario.Id, plan.Scenario.Version, plan.Scenario.Sha256),
            ToolVersion.Current,
            deviceClass,
            [.. plan.Categories.Names.Select((name, index) => new DatasetCategory(index + 1, name))],
            [.. plan.Cameras.Select(camera => camera.Settings.Name)],
            plan.DepthScale.MetresPerUnit,
            Settings(plan, shaders))
        {
            Skeletons = plan.Labels.HasFlag(LabelSet.Keypoints) ? [.. plan.Skeletons.Select(skeleton => SkeletonOf(plan, skeleton))] : null,
        };
    }

    /// <summary>The part of a run that a shard is, as datasets name it; null for the whole.</summary>
    public static DatasetShard? ShardOf(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Shard == Shard.Whole ? null : new(plan.Shard.Index, plan.Shard.Of);
    }

    private static DatasetSkeleton SkeletonOf(RunPlan plan, ObjectSkeleton skeleton)
    {
        Instance instance = plan.Instances[skeleton.InstanceId - 1];
        return new(
            instance.Id, instance.Name, plan.Categories.Of(instance), [.. skeleton.Keypoints.Select(point => point.Name)],
            [.. skeleton.Edges.Select(edge => (double[])[edge.From, edge.To])]);
    }

    private static JsonObject Settings(RunPlan plan, IReadOnlyDictionary<string, string> shaders)
    {
        JsonObject settings = Always(plan, shaders);
        if (plan.Scenario.Drafted is { } drafted)
        {
            settings["drafted"] = ToJson(drafted);
        }

        if (plan.Scenario.Physics?.Evidence is { } evidence)
        {
            settings["physics_evidence"] = evidence["sha256"]!.DeepClone();
        }

        if (plan.PictureFile == ImageFormat.Jpeg)
        {
            settings["picture_format"] = "jpeg";
        }

        if (plan.TextureStyle is { } style)
        {
            settings["texture_style"] = StyleRecordJson.ToNode(style);
        }

        return settings;
    }

    private static JsonObject Always(RunPlan plan, IReadOnlyDictionary<string, string> shaders) => new()
    {
        ["animation"] = plan.Scenario.Animation,
        ["assets"] = Map(plan.Assets),
        ["cameras"] = new JsonArray([.. plan.Cameras.Select(camera => Camera(camera, plan))]),
        ["depth_format"] = plan.DepthFile == ImageFormat.Exr ? "exr" : "png",
        ["intent"] = plan.Scenario.Intent is { } intent ? ToJson(intent) : null,
        ["labels"] = new JsonArray([.. LabelNames.Single.Where(label => plan.Labels.HasFlag(label.Value)).Select(label => (JsonNode)label.Key)]),
        ["msaa"] = plan.Msaa,
        ["orbit"] = plan.Request.ScenePath is null ? null : OrbitIdentity.Of(plan),
        ["overrides"] = new JsonArray([.. plan.Scenario.Overrides.Select(text => (JsonNode)text)]),
        ["samples"] = plan.Samples,
        ["seed"] = (long)plan.Seed,
        ["shaders"] = Map(shaders),
        ["start_s"] = plan.Scenario.Episode.StartSeconds,
        ["step_rate_hz"] = plan.Scenario.Episode.FrameRateHz,
        ["steps"] = plan.Scenario.Episode.Steps,
        ["variant"] = plan.Scenario.Variant,
    };

    private static JsonObject Camera(CameraPlan camera, RunPlan plan) => new JsonObject
    {
        ["name"] = camera.Settings.Name,
        ["width"] = camera.Settings.Width,
        ["height"] = camera.Settings.Height,
        ["sensor"] = new JsonArray([.. PluginsOf(camera, plan).Select(plugin => (JsonNode)$"{plugin.Manifest.Id} {PluginUses.IdentityOf(plugin)}")]),
    };

    private static IEnumerable<InstalledPlugin> PluginsOf(CameraPlan camera, RunPlan plan) =>
        [.. camera.Projection is LensProjection lens ? (InstalledPlugin[])[plan.Catalog.Require(lens.Id)] : [], .. camera.Chain.Stages.Select(stage => stage.Plugin)];

    private static JsonObject ToJson(Intent intent) => new()
    {
        ["failure_mode"] = intent.FailureMode,
        ["intended_use"] = new JsonArray([.. intent.IntendedUse.Select(use => (JsonNode)use)]),
        ["artifact_risk"] = intent.ArtifactRisk,
        ["real_probe"] = intent.RealProbe,
        ["discard_if"] = intent.DiscardIf,
    };

    private static JsonObject ToJson(DraftProvenance drafted) => new()
    {
        ["model"] = drafted.Model,
        ["endpoint"] = drafted.Endpoint,
        ["prompt"] = drafted.Prompt,
        ["prompt_sha256"] = drafted.PromptSha256,
        ["response_sha256"] = drafted.ResponseSha256,
        ["attempts"] = drafted.Attempts,
    };

    private static JsonObject Map(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
