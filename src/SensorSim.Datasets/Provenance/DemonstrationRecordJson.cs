using System.Text.Json;

namespace SensorSim.Datasets.Provenance;

/// <summary><see cref="DemonstrationRecord"/> as JSON and back.</summary>
internal static class DemonstrationRecordJson
{
    private static readonly JsonShape<DemonstrationSegmentRecord> s_segment = new JsonShape<DemonstrationSegmentRecord>()
        .Text("object", segment => segment.Object)
        .Number("start_s", segment => segment.StartS)
        .Number("end_s", segment => segment.EndS)
        .Numbers("shift_m", segment => segment.ShiftM)
        .Number("turn_deg", segment => segment.TurnDeg);

    public static JsonShape<DemonstrationRecord> Shape { get; } = new JsonShape<DemonstrationRecord>()
        .Text("parent", one => one.Parent)
        .Text("file", one => one.File)
        .Text("hand", one => one.Hand)
        .List("segments", one => one.Segments, s_segment.Write);

    public static DemonstrationRecord Read(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Text("parent"), f.Text("file"), f.Text("hand"), f.List("segments", Segment));
    }

    private static DemonstrationSegmentRecord Segment(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.OptionalText("object"), f.Number("start_s"), f.Number("end_s"), f.Numbers("shift_m", 3), f.Number("turn_deg"));
    }
}
