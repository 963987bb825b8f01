using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>Writes a record's keys in canonical order, straight into bytes: one frame has a thousand numbers and no tree.</summary>
internal readonly struct FrameRecordWriter(CanonicalJsonWriter json)
{
    public void Write(FrameRecord record)
    {
        json.BeginObject();
        Text("camera", record.Camera);
        Numbers("camera_to_world", record.CameraToWorld);
        Nodes("draws", record.Draws);
        Exposure(record.Exposure);
        OptionalText("failure_mode", record.FailureMode);
        Files(record.Files);
        Text("frame", record.Frame);
        Integer("height", record.Height);
        Intrinsics(record.Intrinsics);
        Objects(record.Objects);
        Provenance(record.Provenance);
        OptionalText("rejected", record.Rejected);
        Integer("sample", record.Sample);
        Sensor(record.Sensor);
        Integer("step", record.Step);
        Number("time_s", record.TimeS);
        Integer("width", record.Width);
        json.EndObject();
    }

    private void Exposure(ExposureRecord exposure)
    {
        Begin("exposure");
        Number("duration_s", exposure.DurationS);
        Number("iso", exposure.Iso);
        Number("lux_seconds_per_nit", exposure.LuxSecondsPerNit);
        Number("row_time_s", exposure.RowTimeS);
        Number("start_s", exposure.StartS);
        json.EndObject();
    }

    private void Intrinsics(IntrinsicsRecord intrinsics)
    {
        Begin("intrinsics");
        Number("cx", intrinsics.Cx);
        Number("cy", intrinsics.Cy);
        Begin("distortion");
        foreach ((string name, double value) in Sorted(intrinsics.Distortion))
            Number(name, value);
        json.EndObject();
        Number("fx", intrinsics.Fx);
        Number("fy", intrinsics.Fy);
        Text("model", intrinsics.Model);
        json.EndObject();
    }

    private void Files(IReadOnlyDictionary<string, FileReference> files)
    {
        Begin("files");
        foreach ((string name, FileReference file) in Sorted(files))
        {
            Begin(name);
            File(file);
            json.EndObject();
        }

        json.EndObject();
    }

    private void File(FileReference file)
    {
        Integer("bytes", file.Bytes);
        if (file.Invalid is { } invalid)
            Integer("invalid", invalid);
        if (file.Kind is { } kind)
            Text("kind", kind);
        if (file.Offset is { } offset)
        {
            Integer("length", file.Bytes);
            Integer("offset", offset);
        }

        Text("path", file.Path);
        Text("pixels_sha256", file.PixelsSha256);
        if (file.ScaleM is { } scale)
            Number("scale_m", scale);
        Text("sha256", file.Sha256);
    }

    private void Objects(IReadOnlyList<ObjectRecord> objects)
    {
        json.Key("objects");
        json.BeginArray();
        foreach (ObjectRecord item in objects)
            Object(item);
        json.EndArray();
    }

    private void Object(ObjectRecord item)
    {
        json.BeginObject();
        Numbers("bbox_loose", item.BboxLoose);
        Numbers("bbox_tight", item.BboxTight);
        Box(item.Box3d);
        Integer("category_id", item.CategoryId);
        Integer("instance_id", item.InstanceId);
        Text("name", item.Name);
        Integer("node", item.Node);
        Numbers("object_to_world", item.ObjectToWorld);
        Number("truncation", item.Truncation);
        Number("visibility", item.Visibility);
        Integer("visible_px", item.VisiblePx);
        json.EndObject();
    }

    private void Box(Box3d? box)
    {
        if (box is null)
        {
            json.Key("box3d");
            json.Null();
            return;
        }

        Begin("box3d");
        Numbers("center_m", box.CenterM);
        Numbers("rotation", box.Rotation);
        Numbers("size_m", box.SizeM);
        json.EndObject();
    }

    private void Provenance(FrameProvenance provenance)
    {
        Begin("provenance");
        Texts("assets", provenance.Assets);
        Text("device_class", provenance.DeviceClass);
        Texts("plugins", provenance.Plugins);
        json.Key("render");
        json.Node(provenance.Render);
        json.Key("seed");
        if (provenance.Seed <= CanonicalNumber.MaximumSafeInteger)
            json.Integer((long)provenance.Seed);
        else
            json.String(provenance.Seed.ToString(CultureInfo.InvariantCulture));
        Texts("shaders", provenance.Shaders);
        Text("tool", provenance.Tool);
        json.EndObject();
    }

    private void Sensor(IReadOnlyList<StageRecord> stages)
    {
        json.Key("sensor");
        json.BeginArray();
        foreach (StageRecord stage in stages)
        {
            json.BeginObject();
            Nodes("parameters", stage.Parameters);
            Text("use", stage.Use);
            Text("version", stage.Version);
            json.EndObject();
        }

        json.EndArray();
    }

    private void Texts(string key, IReadOnlyDictionary<string, string> map)
    {
        Begin(key);
        foreach ((string name, string value) in Sorted(map))
            Text(name, value);
        json.EndObject();
    }

    private void Nodes(string key, IReadOnlyDictionary<string, JsonNode?> map)
    {
        Begin(key);
        foreach ((string name, JsonNode? value) in Sorted(map))
        {
            json.Key(name);
            json.Node(value);
        }

        json.EndObject();
    }

    private void Begin(string key)
    {
        json.Key(key);
        json.BeginObject();
    }

    private void Text(string key, string value)
    {
        json.Key(key);
        json.String(value);
    }

    private void OptionalText(string key, string? value)
    {
        json.Key(key);
        if (value is null)
            json.Null();
        else
            json.String(value);
    }

    private void Integer(string key, long value)
    {
        json.Key(key);
        json.Integer(value);
    }

    private void Number(string key, double value)
    {
        json.Key(key);
        json.Number(value);
    }

    private void Numbers(string key, IReadOnlyList<double>? values)
    {
        json.Key(key);
        if (values is null)
            json.Null();
        else
            json.Numbers(values);
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> map) =>
        map.OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
