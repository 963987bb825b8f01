using System.Text.Json;
using SensorSim.Cameras;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// Reads what <see cref="FrameRecordWriter"/> writes, and nothing that no camera could have made: errors are <see cref="FormatException"/>
/// with a JSON path.
/// </summary>
internal static class FrameRecordReader
{
    public static FrameRecord Read(JsonFields f) => new(
        f.Text("frame"),
        f.LongCount("sample"),
        f.Count("step"),
        f.Text("camera"),
        f.Number("time_s"),
        f.Count("width", 1, CameraIntrinsics.MaximumSide),
        f.Count("height", 1, CameraIntrinsics.MaximumSide),
        Intrinsics(f.Object("intrinsics")),
        f.Numbers("camera_to_world", 16),
        Exposure(f.Object("exposure")),
        f.Map("files", File),
        f.List("objects", Object),
        f.Map("draws", JsonFields.NodeOf),
        f.List("sensor", Stage),
        f.OptionalText("failure_mode"),
        f.OptionalText("rejected"),
        Provenance(f.Object("provenance")))
    {
        Counterfactual = f.OptionalObject("counterfactual") is { } one ? new(one.Integer("cousin"), one.OptionalText("event"), one.Integer("parent")) : null,
        Physics = f.OptionalObject("physics") is { } physics ? PhysicsRecordJson.Read(physics) : null,
        Style = f.OptionalList("style", StyleRecordJson.Read),
        Task = f.OptionalObject("task") is { } task ? TaskRecordJson.Read(task) : null,
        LabelTime = f.OptionalText("label_time"),
        Lights = f.OptionalList("lights", Light),
        Redrawn = f.OptionalObject("redrawn") is null ? null : f.Map("redrawn", Times),
        Actions = f.Has("observation.state") ? new(f.Numbers("observation.state"), f.Numbers("action"), f.Truth("next.done")) : null,
        Joints = f.OptionalList("joints", JointRecordJson.Read),
        EndEffectors = f.OptionalList("end_effectors", EndEffectorRecordJson.Read),
        Demonstrations = f.OptionalList("demonstrations", DemonstrationRecordJson.Read),
        RowPoses = f.OptionalList("row_poses", RowPose),
    };

    private static int Times(JsonElement element, string path) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int times) && times > 0
        ? times
        : throw new FormatException($"'{path}' should be a whole number above 0.");

    private static LightRecord Light(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(
            f.Text("name"), f.Count("node"), f.OneOf("kind", "directional", "point", "spot"), f.Numbers("color", 3), f.NonNegative("intensity"),
            f.OneOf("unit", "cd", "lx"), f.NonNegative("level"), f.Numbers("light_to_world", 16))
        {
            RangeM = f.OptionalNumber("range_m"),
            ConeDeg = f.OptionalNumbers("cone_deg", 2),
            Waveform = f.OptionalText("waveform"),
        };
    }

    private static RowPose RowPose(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Number("time_s"), f.Numbers("camera_to_world", 16));
    }

    private static IntrinsicsRecord Intrinsics(JsonFields f) => new(
        f.Text("model"), f.Positive("fx"), f.Positive("fy"), f.Number("cx"), f.Number("cy"), f.Map("distortion", JsonFields.NumberOf));

    private static ExposureRecord Exposure(JsonFields f) => new(
        f.Number("start_s"), f.NonNegative("duration_s"), f.NonNegative("row_time_s"), f.NonNegative("lux_seconds_per_nit"), f.NonNegative("iso"));

    private static FileReference File(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        var file = new FileReference(f.Text("path"), f.LongCount("bytes"), f.Text("sha256"), f.Text("pixels_sha256"))
        {
            Kind = f.OptionalText("kind"),
            ScaleM = f.OptionalNumber("scale_m"),
            Invalid = f.Has("invalid") ? f.Count("invalid") : null,
            Offset = f.Has("offset") ? f.LongCount("offset") : null,
        };
        return f.OptionalInteger("length") is { } length && length != file.Bytes
            ? throw new FormatException($"'{path}.length' is {length} but '{path}.bytes' is {file.Bytes}; they are the same number.")
            : file;
    }

    private static ObjectRecord Object(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(
            f.Count("instance_id"),
            f.Count("category_id"),
            f.Text("name"),
            f.Count("node"),
            f.Numbers("object_to_world", 16),
            f.OptionalNumbers("bbox_tight", 4),
            f.OptionalNumbers("bbox_loose", 4),
            f.LongCount("visible_px"),
            f.Number("visibility"),
            f.Number("truncation"),
            f.OptionalObject("box3d") is { } box ? new Box3d(box.Numbers("center_m", 3), box.Numbers("size_m", 3), box.Numbers("rotation", 9)) : null)
        {
            TouchesBorder = f.OptionalList("touches_border", JsonFields.TextOf),
            Amodal = f.OptionalObject("amodal") is { } mask ? new MaskRecord(mask.Numbers("size", 2), mask.Text("counts")) : null,
            BboxAmodal = f.OptionalNumbers("bbox_amodal", 4),
            Keypoints = f.OptionalList("keypoints", Keypoint),
        };
    }

    private static KeypointRecord Keypoint(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Text("name"), f.Numbers("position_m", 3), f.OptionalNumbers("pixel", 2), f.Count("visibility", 0, 2)) { TimeS = f.OptionalNumber("time_s") };
    }

    private static StageRecord Stage(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Text("use"), f.Text("version"), f.Map("parameters", JsonFields.NodeOf));
    }

    private static FrameProvenance Provenance(JsonFields f) => new(
        f.Unsigned("seed"),
        f.Text("tool"),
        f.Text("device_class"),
        f.Map("assets", JsonFields.TextOf),
        f.Map("plugins", JsonFields.TextOf),
        f.Map("shaders", JsonFields.TextOf),
        f.Tree("render"));
}
