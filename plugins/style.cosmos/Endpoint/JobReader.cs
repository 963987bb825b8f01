using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>Finds the job in an answer that is not the video yet.</summary>
internal static class JobReader
{
    private static readonly string[] s_ids = ["job_id", "jobId", "request_id", "requestId", "task_id", "taskId", "reqId", "id"];
    private static readonly string[] s_addresses = ["status_url", "statusUrl", "polling_url", "poll_url", "job_url"];
    private static readonly string[] s_waiting = ["pending", "queued", "running", "processing", "in_progress", "in-progress", "accepted", "submitted", "created", "started", "pending-evaluation"];
    private static readonly string[] s_failed = ["failed", "error", "errored", "cancelled", "canceled", "rejected", "expired"];

    /// <summary>What is kept of a job: "id" and "address". Null where the answer names none.</summary>
    public static JsonObject? Job(Reply reply, InferOperation operation)
    {
        if (reply.Status != 202 && !(reply.IsGood && IsWaiting(reply)))
        {
            return null;
        }

        JsonObject json = reply.Json ?? [];
        string? id = reply.RequestId ?? First(json, s_ids);
        string? address = reply.Location?.OriginalString ?? First(json, s_addresses) ?? (id is null ? null : AddressOf(id, operation));
        return address is null ? null : new() { ["id"] = id, ["address"] = address };
    }

    public static bool IsWaiting(Reply reply) => reply.Status == 202 || Says(reply, s_waiting);

    public static bool IsFailed(Reply reply) => Says(reply, s_failed);

    private static bool Says(Reply reply, string[] words) =>
        reply.Json is { } json && (First(json, "status") ?? First(json, "state")) is { } state && words.Contains(state.ToLowerInvariant(), StringComparer.Ordinal);

    private static string AddressOf(string id, InferOperation operation)
    {
        string path = operation.JobPath ?? operation.Path + "/{id}";
        return string.Concat(path.AsSpan(0, path.IndexOf('{', StringComparison.Ordinal)), Uri.EscapeDataString(id));
    }

    private static string? First(JsonObject json, params string[] keys) =>
        keys.Select(key => json[key]).OfType<JsonValue>().Select(value => value.TryGetValue(out string? text) ? text : value.ToJsonString()).FirstOrDefault(text => text.Length > 0);
}
