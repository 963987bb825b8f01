using System.Text.Json;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary><see cref="DatasetDescription"/> as canonical JSON and back.</summary>
public static class DatasetDescriptionJson
{
    private static readonly JsonShape<ScenarioIdentity> s_scenario = new JsonShape<ScenarioIdentity>()
        .Text("id", scenario => scenario.Id)
        .Text("version", scenario => scenario.Version)
        .Text("sha256", scenario => scenario.Sha256);

    private static readonly JsonShape<ToolIdentity> s_tool = new JsonShape<ToolIdentity>()
        .Text("version", tool => tool.Version)
        .Text("commit", tool => tool.Commit);

    private static readonly JsonShape<DatasetCategory> s_category = new JsonShape<DatasetCategory>()
        .Integer("id", category => category.Id)
        .Text("name", category => category.Name)
        .Text("supercategory", category => category.Supercategory, isOptional: true);

    private static readonly JsonShape<DatasetSkeleton> s_skeleton = new JsonShape<DatasetSkeleton>()
        .Integer("instance_id", skeleton => skeleton.InstanceId)
        .Text("name", skeleton => skeleton.Name)
        .Integer("category_id", skeleton => skeleton.CategoryId)
        .List("keypoints", skeleton => skeleton.Keypoints, static (json, name) => json.String(name))
        .List("edges", skeleton => skeleton.Edges, static (json, edge) => json.Numbers(edge));

    private static readonly JsonShape<DatasetPlan> s_depth = new JsonShape<DatasetPlan>()
        .Number("scale_m", plan => plan.DepthScaleM);

    private static readonly JsonShape<DatasetPlan> s_plan = new JsonShape<DatasetPlan>()
        .Value("scenario", plan => plan.Scenario, s_scenario.Write)
        .Value("tool", plan => plan.Tool, s_tool.Write)
        .Text("device_class", plan => plan.DeviceClass)
        .List("categories", plan => plan.Categories, s_category.Write)
        .List("cameras", plan => plan.Cameras, static (json, camera) => json.String(camera))
        .Value("depth", plan => plan, s_depth.Write)
        .List("skeletons", plan => plan.Skeletons, s_skeleton.Write, isOptional: true)
        .Value("settings", plan => plan.Settings, static (json, settings) => json.Node(settings));

    private static readonly JsonShape<DatasetCounts> s_counts = new JsonShape<DatasetCounts>()
        .Integer("frames", counts => counts.Frames)
        .Integer("samples", counts => counts.Samples)
        .Integer("objects", counts => counts.Objects)
        .Integer("rejected", counts => counts.Rejected)
        .Integer("files", counts => counts.Files)
        .Integer("bytes", counts => counts.Bytes);

    private static readonly JsonShape<TaskCounts> s_tasks = new JsonShape<TaskCounts>()
        .Integer("succeeded", tasks => tasks.Succeeded)
        .Map("failed", tasks => tasks.Failed, static (json, samples) => json.Integer(samples));

    private static readonly JsonShape<GateCounts> s_gate = new JsonShape<GateCounts>()
        .Integer("passed", gate => gate.Passed)
        .Integer("unjudged", gate => gate.Unjudged)
        .Integer("unlike", gate => gate.Unlike == 0 ? null : gate.Unlike, isOptional: true)
        .Integer("failed_frames", gate => gate.FailedFrames)
        .Map("failed", gate => gate.Failed, static (json, frames) => json.Integer(frames));

    private static readonly JsonShape<DatasetChunk> s_chunk = new JsonShape<DatasetChunk>()
        .Integer("first", chunk => chunk.First)
        .Integer("frames", chunk => chunk.Frames)
        .Text("merkle_root", chunk => chunk.MerkleRoot)
        .Text("manifest", chunk => chunk.Manifest)
        .Text("manifest_sha256", chunk => chunk.ManifestSha256);

    private static readonly JsonShape<DatasetShard> s_shard = new JsonShape<DatasetShard>()
        .Integer("index", shard => shard.Index)
        .Integer("of", shard => shard.Of);

    private static readonly JsonShape<DatasetDescription> s_description = new JsonShape<DatasetDescription>()
        .All(description => description.Plan, s_plan)
        .Integer("schema_version", _ => DatasetDescription.SchemaVersion)
        .Text("plan_sha256", description => description.Plan.Sha256())
        .Value("counts", description => description.Counts, s_counts.Write)
        .Value("tasks", description => description.Tasks, s_tasks.Write, isOptional: true)
        .Value("gate", description => description.Gate, s_gate.Write, isOptional: true)
        .List("chunks", description => description.Chunks, s_chunk.Write)
        .Text("merkle_root", description => description.MerkleRoot)
        .Value("shard", description => description.Shard, s_shard.Write, isOptional: true);

    /// <summary>The bytes of <c>dataset.json</c>: one canonical line and a newline.</summary>
    public static byte[] Serialize(DatasetDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var json = new CanonicalJsonWriter();
        s_description.Write(json, description);
        return [.. json.Written.Span, (byte)'\n'];
    }

    /// <exception cref="FormatException">Not a dataset description that this version reads.</exception>
    public static DatasetDescription Parse(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, Read);

    internal static void WritePlan(CanonicalJsonWriter json, DatasetPlan plan) => s_plan.Write(json, plan);

    private static DatasetDescription Read(JsonFields f)
    {
        long version = f.Integer("schema_version");
        if (version != DatasetDescription.SchemaVersion)
            throw new FormatException($"'schema_version' is {version}; this program reads {DatasetDescription.SchemaVersion}.");
        var plan = new DatasetPlan(
            new(f.Object("scenario").Text("id"), f.Object("scenario").Text("version"), f.Object("scenario").Text("sha256")),
            new(f.Object("tool").Text("version"), f.Object("tool").Text("commit")),
            f.Text("device_class"),
            f.List("categories", Category),
            f.List("cameras", JsonFields.TextOf),
            f.Object("depth").Number("scale_m"),
            f.Tree("settings"))
        {
            Skeletons = f.OptionalList("skeletons", Skeleton),
        };
        _ = plan.Sha256(); // refuses settings that have no canonical form
        return new(plan, Counts(f.Object("counts")), f.List("chunks", Chunk), f.Digest("merkle_root"), Shard(f.OptionalObject("shard")))
        {
            Gate = f.OptionalObject("gate") is { } gate ? new(gate.LongCount("passed"), gate.LongCount("failed_frames"), gate.Map("failed", Samples)) { Unjudged = gate.LongCount("unjudged"), Unlike = gate.Has("unlike") ? gate.LongCount("unlike") : 0 } : null,
            Tasks = f.OptionalObject("tasks") is { } tasks ? new(tasks.LongCount("succeeded"), tasks.Map("failed", Samples)) : null,
        };
    }

    private static long Samples(JsonElement element, string path) => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long samples) && samples > 0
        ? samples
        : throw new FormatException($"'{path}' should be a whole number above 0.");

    private static DatasetCategory Category(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Count("id"), f.Text("name"), f.OptionalText("supercategory"));
    }

    private static DatasetSkeleton Skeleton(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        IReadOnlyList<string> names = f.List("keypoints", JsonFields.TextOf);
        return new(f.Count("instance_id"), f.Text("name"), f.Count("category_id"), names, f.List("edges", Edge));

        IReadOnlyList<double> Edge(JsonElement pair, string at) => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
            && pair.EnumerateArray().All(end => end.ValueKind == JsonValueKind.Number && end.TryGetInt32(out int index) && index >= 0 && index < names.Count)
            ? [.. pair.EnumerateArray().Select(end => (double)end.GetInt32())]
            : throw new FormatException($"'{at}' should be two places in the list of keypoints, not {pair.GetRawText()}.");
    }

    private static DatasetChunk Chunk(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.LongCount("first"), f.Count("frames"), f.Digest("merkle_root"), f.Text("manifest"), f.Digest("manifest_sha256"));
    }

    private static DatasetCounts Counts(JsonFields f) => new(
        f.LongCount("frames"), f.LongCount("samples"), f.LongCount("objects"), f.LongCount("rejected"), f.LongCount("files"), f.LongCount("bytes"));

    private static DatasetShard? Shard(JsonFields? fields) => fields is { } f && f.Count("of", 1) is var of ? new(f.Count("index", 1, of), of) : null;
}
