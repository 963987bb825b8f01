using System.Text.Json;

namespace SensorSim.Datasets.Provenance;

/// <summary><see cref="EndEffectorRecord"/> as JSON and back.</summary>
internal static class EndEffectorRecordJson
{
    public static JsonShape<EndEffectorRecord> Shape { get; } = new JsonShape<EndEffectorRecord>()
        .Text("name", hand => hand.Name)
        .Numbers("pose", hand => hand.Pose)
        .Numbers("gripper", hand => hand.Gripper);

    public static EndEffectorRecord Read(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        return new(f.Text("name"), f.Numbers("pose", 7), f.Numbers("gripper"));
    }
}
