using System.Text.Json;

namespace SensorSim.Datasets.Provenance;

/// <summary>Joints in records: a joint with one number has a number, others a list.</summary>
internal static class JointRecordJson
{
    public static JsonShape<JointRecord> Shape { get; } = new JsonShape<JointRecord>()
        .Text("name", joint => joint.Name)
        .Text("type", joint => joint.Type)
        .Value("position", joint => joint.Position, Write)
        .Value("velocity", joint => joint.Velocity, Write)
        .Number("effort", joint => joint.Effort, isOptional: true);

    public static JointRecord Read(JsonElement element, string path)
    {
        var f = new JsonFields(element, path);
        string type = f.OneOf("type", "revolute", "prismatic", "ball");
        bool isBall = type == "ball";
        return new(f.Text("name"), type, isBall ? f.Numbers("position", 4) : [f.Number("position")], isBall ? f.Numbers("velocity", 3) : [f.Number("velocity")]) { Effort = f.OptionalNumber("effort") };
    }

    private static void Write(CanonicalJsonWriter json, IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 1)
            json.Number(numbers[0]);
        else
            json.Numbers(numbers);
    }
}
