using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary><see cref="StyleRecord"/> as JSON and back.</summary>
public static class StyleRecordJson
{
    private static readonly JsonShape<StyleTargetsRecord> s_target = new JsonShape<StyleTargetsRecord>()
        .Text("pattern", target => target.Pattern)
        .Integer("count", target => target.Count)
        .Text("sha256", target => target.Sha256);

    private static readonly JsonShape<StyleRecord> s_shape = new JsonShape<StyleRecord>()
        .Text("use", style => style.Use)
        .Text("version", style => style.Version)
        .Text("nature", style => style.Nature)
        .Value<bool?>("deterministic", style => style.IsDeterministic, static (json, same) => json.Boolean(same!.Value))
        .Text("stage", style => style.Stage)
        .Unsigned("seed", style => style.Seed)
        .Map("parameters", style => style.Parameters, static (json, node) => json.Node(node))
        .Map("files", style => style.Files, static (json, sha256) => json.String(sha256))
        .Value("target", style => style.Target, s_target.Write, isOptional: true)
        .Map("identity", style => style.Identity, static (json, node) => json.Node(node))
        .Map("evidence", style => style.Evidence, static (json, node) => json.Node(node))
        .Text("before_pixels_sha256", style => style.Before, isOptional: true)
        .Value("gate", style => style.Gate, GateRecordJson.Write, isOptional: true);

    public static void Write(CanonicalJsonWriter json, StyleRecord style) => s_shape.Write(json, style);

    /// <summary>The same as a tree, for settings of a dataset.</summary>
    public static JsonObject ToNode(StyleRecord style)
    {
        var json = new CanonicalJsonWriter();
        Write(json, style);
        return JsonNode.Parse(json.Written.Span)!.AsObject();
    }

    public static StyleRecord Read(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(
            f.Text("use"), f.Text("version"), f.OneOf("nature", StyleRecord.Statistical, StyleRecord.Learned), f.Truth("deterministic"),
            f.OneOf("stage", StyleRecord.AfterSensor, StyleRecord.BeforeSensor, StyleRecord.Textures), f.Unsigned("seed"), f.Map("parameters", JsonFields.NodeOf))
        {
            Files = f.Map("files", JsonFields.TextOf),
            Target = f.OptionalObject("target") is { } target ? new(target.Text("pattern"), target.Count("count", 1), target.Digest("sha256")) : null,
            Identity = f.Map("identity", JsonFields.NodeOf),
            Evidence = f.Map("evidence", JsonFields.NodeOf),
            Before = f.OptionalText("before_pixels_sha256"),
            Gate = f.OptionalObject("gate") is { } gate ? GateRecordJson.Read(gate) : null,
        };
    }
}
