namespace SensorSim.Datasets.Provenance;

/// <summary><see cref="TaskRecord"/> as JSON and back.</summary>
internal static class TaskRecordJson
{
    private static readonly JsonShape<TaskRecord> s_shape = new JsonShape<TaskRecord>()
        .Text("verb", task => task.Verb)
        .Text("object", task => task.Object)
        .Text("goal", task => task.Goal, isOptional: true)
        .Text("text", task => task.Text)
        .Value<bool?>("success", task => task.Success, static (json, success) => json.Boolean(success!.Value), isOptional: true)
        .Text("failure", task => task.Failure, isOptional: true)
        .Text("failure_detail", task => task.FailureDetail, isOptional: true);

    public static void Write(CanonicalJsonWriter json, TaskRecord task) => s_shape.Write(json, task);

    public static TaskRecord Read(JsonFields task) => new(task.Text("verb"), task.Text("object"), task.OptionalText("goal"))
    {
        Success = task.Has("success") ? task.Truth("success") : null,
        Failure = task.OptionalText("failure"),
        FailureDetail = task.OptionalText("failure_detail"),
    };
}
