using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>The keys of a frame record.</summary>
internal static class FrameRecordWriter
{
    private static readonly JsonShape<IntrinsicsRecord> s_intrinsics = new JsonShape<IntrinsicsRecord>()
        .Text("model", intrinsics => intrinsics.Model)
        .Number("fx", intrinsics => intrinsics.Fx)
        .Number("fy", intrinsics => intrinsics.Fy)
        .Number("cx", intrinsics => intrinsics.Cx)
        .Number("cy", intrinsics => intrinsics.Cy)
        .Map("distortion", intrinsics => intrinsics.Distortion, static (json, coefficient) => json.Number(coefficient));

    private static readonly JsonShape<ExposureRecord> s_exposure = new JsonShape<ExposureRecord>()
        .Number("start_s", exposure => exposure.StartS)
        .Number("duration_s", exposure => exposure.DurationS)
        .Number("row_time_s", exposure => exposure.RowTimeS)
        .Number("lux_seconds_per_nit", exposure => exposure.LuxSecondsPerNit)
        .Number("iso", exposure => exposure.Iso);

    private static readonly JsonShape<FileReference> s_file = new JsonShape<FileReference>()
        .Text("path", file => file.Path)
        .Integer("bytes", file => file.Bytes)
        .Text("sha256", file => file.Sha256)
        .Text("pixels_sha256", file => file.PixelsSha256)
        .Text("kind", file => file.Kind, isOptional: true)
        .Number("scale_m", file => file.ScaleM, isOptional: true)
        .Integer("invalid", file => file.Invalid, isOptional: true)
        .Integer("offset", file => file.Offset, isOptional: true)
        .Integer("length", file => file.Offset is null ? null : file.Bytes, isOptional: true);

    private static readonly JsonShape<Box3d> s_box = new JsonShape<Box3d>()
        .Numbers("center_m", box => box.CenterM)
        .Numbers("size_m", box => box.SizeM)
        .Numbers("rotation", box => box.Rotation);

    private static readonly JsonShape<MaskRecord> s_mask = new JsonShape<MaskRecord>()
        .Numbers("size", mask => mask.Size)
        .Text("counts", mask => mask.Counts);

    private static readonly JsonShape<KeypointRecord> s_keypoint = new JsonShape<KeypointRecord>()
        .Text("name", point => point.Name)
        .Numbers("position_m", point => point.PositionM)
        .Numbers("pixel", point => point.Pixel)
        .Integer("visibility", point => point.Visibility)
        .Number("time_s", point => point.TimeS, isOptional: true);

    private static readonly JsonShape<ObjectRecord> s_object = new JsonShape<ObjectRecord>()
        .Integer("instance_id", item => item.InstanceId)
        .Integer("category_id", item => item.CategoryId)
        .Text("name", item => item.Name)
        .Integer("node", item => item.Node)
        .Numbers("object_to_world", item => item.ObjectToWorld)
        .Numbers("bbox_tight", item => item.BboxTight)
        .Numbers("bbox_loose", item => item.BboxLoose)
        .Integer("visible_px", item => item.VisiblePx)
        .Number("visibility", item => item.Visibility)
        .Number("truncation", item => item.Truncation)
        .Value("box3d", item => item.Box3d, s_box.Write)
        .List("touches_border", item => item.TouchesBorder, Text, isOptional: true)
        .Value("amodal", item => item.Amodal, s_mask.Write, isOptional: true)
        .Numbers("bbox_amodal", item => item.BboxAmodal, isOptional: true)
        .List("keypoints", item => item.Keypoints, s_keypoint.Write, isOptional: true);

    private static readonly JsonShape<StageRecord> s_stage = new JsonShape<StageRecord>()
        .Text("use", stage => stage.Use)
        .Text("version", stage => stage.Version)
        .Map("parameters", stage => stage.Parameters, Node);

    private static readonly JsonShape<FrameProvenance> s_provenance = new JsonShape<FrameProvenance>()
        .Unsigned("seed", provenance => provenance.Seed)
        .Text("tool", provenance => provenance.Tool)
        .Text("device_class", provenance => provenance.DeviceClass)
        .Map("assets", provenance => provenance.Assets, Text)
        .Map("plugins", provenance => provenance.Plugins, Text)
        .Map("shaders", provenance => provenance.Shaders, Text)
        .Value("render", provenance => provenance.Render, Node);

    private static readonly JsonShape<RowPose> s_rowPose = new JsonShape<RowPose>()
        .Number("time_s", row => row.TimeS)
        .Numbers("camera_to_world", row => row.CameraToWorld);

    private static readonly JsonShape<LightRecord> s_light = new JsonShape<LightRecord>()
        .Text("name", light => light.Name)
        .Integer("node", light => light.Node)
        .Text("kind", light => light.Kind)
        .Numbers("color", light => light.Color)
        .Number("intensity", light => light.Intensity)
        .Text("unit", light => light.Unit)
        .Number("level", light => light.Level)
        .Numbers("light_to_world", light => light.LightToWorld)
        .Number("range_m", light => light.RangeM, isOptional: true)
        .Numbers("cone_deg", light => light.ConeDeg, isOptional: true)
        .Text("waveform", light => light.Waveform, isOptional: true);

    private static readonly JsonShape<CounterfactualRecord> s_counterfactual = new JsonShape<CounterfactualRecord>()
        .Integer("cousin", one => one.Cousin)
        .Text("event", one => one.Event)
        .Integer("parent", one => one.Parent);

    private static readonly JsonShape<FrameRecord> s_record = new JsonShape<FrameRecord>()
        .Text("frame", record => record.Frame)
        .Integer("sample", record => record.Sample)
        .Integer("step", record => record.Step)
        .Text("camera", record => record.Camera)
        .Number("time_s", record => record.TimeS)
        .Integer("width", record => record.Width)
        .Integer("height", record => record.Height)
        .Value("intrinsics", record => record.Intrinsics, s_intrinsics.Write)
        .Numbers("camera_to_world", record => record.CameraToWorld)
        .Value("counterfactual", record => record.Counterfactual, s_counterfactual.Write, isOptional: true)
        .Value("physics", record => record.Physics, PhysicsRecordJson.Write, isOptional: true)
        .Text("label_time", record => record.LabelTime, isOptional: true)
        .List("lights", record => record.Lights, s_light.Write, isOptional: true)
        .Value("redrawn", record => record.Redrawn, Times, isOptional: true)
        .List("row_poses", record => record.RowPoses, s_rowPose.Write, isOptional: true)
        .Numbers("observation.state", record => record.Actions?.ObservationState, isOptional: true)
        .Numbers("action", record => record.Actions?.Action, isOptional: true)
        .Value<bool?>("next.done", record => record.Actions?.NextDone, static (json, done) => json.Boolean(done!.Value), isOptional: true)
        .List("joints", record => record.Joints, JointRecordJson.Shape.Write, isOptional: true)
        .List("end_effectors", record => record.EndEffectors, EndEffectorRecordJson.Shape.Write, isOptional: true)
        .List("demonstrations", record => record.Demonstrations, DemonstrationRecordJson.Shape.Write, isOptional: true)
        .Value("exposure", record => record.Exposure, s_exposure.Write)
        .Map("files", record => record.Files, s_file.Write)
        .List("objects", record => record.Objects, s_object.Write)
        .Map("draws", record => record.Draws, Node)
        .List("sensor", record => record.Sensor, s_stage.Write)
        .List("style", record => record.Style, StyleRecordJson.Write, isOptional: true)
        .Text("failure_mode", record => record.FailureMode)
        .Value("task", record => record.Task, TaskRecordJson.Write, isOptional: true)
        .Text("rejected", record => record.Rejected)
        .Value("provenance", record => record.Provenance, s_provenance.Write);

    public static void Write(CanonicalJsonWriter json, FrameRecord record) => s_record.Write(json, record);

    private static void Times(CanonicalJsonWriter json, IReadOnlyDictionary<string, int> times)
    {
        json.BeginObject();
        foreach ((string what, int count) in times.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.Key(what);
            json.Integer(count);
        }

        json.EndObject();
    }

    private static void Text(CanonicalJsonWriter json, string text) => json.String(text);

    private static void Node(CanonicalJsonWriter json, JsonNode? node) => json.Node(node);
}
