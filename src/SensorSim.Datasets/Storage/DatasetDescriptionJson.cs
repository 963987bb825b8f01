using System.Text.Json;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary><see cref="DatasetDescription"/> as canonical JSON and back.</summary>
public static class DatasetDescriptionJson
{
    /// <summary>The bytes of <c>dataset.json</c>: one canonical line and a newline.</summary>
    public static byte[] Serialize(DatasetDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var json = new CanonicalJsonWriter();
        json.BeginObject();
        Cameras(json, description.Plan.Cameras);
        Categories(json, description.Plan.Categories);
        Chunks(json, description.Chunks);
        Counts(json, description.Counts);
        Depth(json, description.Plan.DepthScaleM);
        Text(json, "device_class", description.Plan.DeviceClass);
        Text(json, "merkle_root", description.MerkleRoot);
        Text(json, "plan_sha256", description.Plan.Sha256());
        Scenario(json, description.Plan.Scenario);
        Integer(json, "schema_version", DatasetDescription.SchemaVersion);
        json.Key("settings");
        json.Node(description.Plan.Settings);
        Shard(json, description.Shard);
        Tool(json, description.Plan.Tool);
        json.EndObject();
        return [.. json.Written.Span, (byte)'\n'];
    }

    /// <exception cref="FormatException">Not a dataset description that this version reads.</exception>
    public static DatasetDescription Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new() { AllowDuplicateProperties = false });
            return Read(new JsonFields(document.RootElement, ""));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"Not JSON: {e.Message}", e);
        }
    }

    internal static void WritePlan(CanonicalJsonWriter json, DatasetPlan plan)
    {
        json.BeginObject();
        Cameras(json, plan.Cameras);
        Categories(json, plan.Categories);
        Depth(json, plan.DepthScaleM);
        Text(json, "device_class", plan.DeviceClass);
        Scenario(json, plan.Scenario);
        json.Key("settings");
        json.Node(plan.Settings);
        Tool(json, plan.Tool);
        json.EndObject();
    }

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
            f.Tree("settings"));
        return new(plan, Counts(f.Object("counts")), f.List("chunks", Chunk), f.Text("merkle_root"), Shard(f.OptionalObject("shard")));
    }

    private static DatasetCategory Category(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Count("id"), f.Text("name"), f.OptionalText("supercategory"));
    }

    private static DatasetChunk Chunk(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Integer("first"), f.Count("frames"), f.Text("merkle_root"), f.Text("manifest"), f.Text("manifest_sha256"));
    }

    private static DatasetCounts Counts(JsonFields f) => new(
        f.Integer("frames"), f.Integer("samples"), f.Integer("objects"), f.Integer("rejected"), f.Integer("files"), f.Integer("bytes"));

    private static DatasetShard? Shard(JsonFields? fields) => fields is { } f ? new(f.Count("index"), f.Count("of")) : null;

    private static void Categories(CanonicalJsonWriter json, IReadOnlyList<DatasetCategory> categories)
    {
        json.Key("categories");
        json.BeginArray();
        foreach (DatasetCategory category in categories)
        {
            json.BeginObject();
            Integer(json, "id", category.Id);
            Text(json, "name", category.Name);
            if (category.Supercategory is { } parent)
                Text(json, "supercategory", parent);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Cameras(CanonicalJsonWriter json, IReadOnlyList<string> cameras)
    {
        json.Key("cameras");
        json.BeginArray();
        foreach (string camera in cameras)
            json.String(camera);
        json.EndArray();
    }

    private static void Chunks(CanonicalJsonWriter json, IReadOnlyList<DatasetChunk> chunks)
    {
        json.Key("chunks");
        json.BeginArray();
        foreach (DatasetChunk chunk in chunks)
        {
            json.BeginObject();
            Integer(json, "first", chunk.First);
            Integer(json, "frames", chunk.Frames);
            Text(json, "manifest", chunk.Manifest);
            Text(json, "manifest_sha256", chunk.ManifestSha256);
            Text(json, "merkle_root", chunk.MerkleRoot);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Counts(CanonicalJsonWriter json, DatasetCounts counts)
    {
        json.Key("counts");
        json.BeginObject();
        Integer(json, "bytes", counts.Bytes);
        Integer(json, "files", counts.Files);
        Integer(json, "frames", counts.Frames);
        Integer(json, "objects", counts.Objects);
        Integer(json, "rejected", counts.Rejected);
        Integer(json, "samples", counts.Samples);
        json.EndObject();
    }

    private static void Depth(CanonicalJsonWriter json, double scale)
    {
        json.Key("depth");
        json.BeginObject();
        json.Key("scale_m");
        json.Number(scale);
        json.EndObject();
    }

    private static void Scenario(CanonicalJsonWriter json, ScenarioIdentity scenario)
    {
        json.Key("scenario");
        json.BeginObject();
        Text(json, "id", scenario.Id);
        Text(json, "sha256", scenario.Sha256);
        Text(json, "version", scenario.Version);
        json.EndObject();
    }

    private static void Shard(CanonicalJsonWriter json, DatasetShard? shard)
    {
        if (shard is null)
            return;
        json.Key("shard");
        json.BeginObject();
        Integer(json, "index", shard.Index);
        Integer(json, "of", shard.Of);
        json.EndObject();
    }

    private static void Tool(CanonicalJsonWriter json, ToolIdentity tool)
    {
        json.Key("tool");
        json.BeginObject();
        Text(json, "commit", tool.Commit);
        Text(json, "version", tool.Version);
        json.EndObject();
    }

    private static void Text(CanonicalJsonWriter json, string key, string value)
    {
        json.Key(key);
        json.String(value);
    }

    private static void Integer(CanonicalJsonWriter json, string key, long value)
    {
        json.Key(key);
        json.Integer(value);
    }
}
