using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>The operation of a server that makes videos, as its OpenAPI document has it.</summary>
/// <param name="Path">"/v1/infer".</param>
/// <param name="IsMultipart">The body is a form with files; else JSON.</param>
/// <param name="Bodies">What the body may be: at least one.</param>
/// <param name="JobPath">"/v1/jobs/{id}": where it tells of requests that it goes on with; null where the document has nothing like it.</param>
internal sealed record InferOperation(string Path, bool IsMultipart, IReadOnlyList<OpenApiSchema> Bodies, string? JobPath)
{
    private static readonly string[] s_jobWords = ["status", "job", "task", "result", "request", "infer", "poll", "video"];

    /// <param name="document">OpenAPI 3.</param>
    /// <param name="path">As the user names it; empty looks for /v1/infer, then for the only one that takes a prompt.</param>
    /// <param name="endpoint">For messages.</param>
    /// <exception cref="StyleException">It is not there, or it is not clear which.</exception>
    public static InferOperation Find(JsonObject document, string path, string endpoint)
    {
        (string Path, JsonObject Content)[] posts = [.. Posts(document)];
        (string Path, JsonObject Content)[] found = [.. posts.Where(post => post.Path == (path.Length > 0 ? "/" + path.TrimStart('/') : "/v1/infer"))];
        if (found.Length == 0 && path.Length == 0)
        {
            found = [.. posts.Where(post => BodiesOf(document, post.Content, out _).Any(TakesPrompt))];
        }

        return found.Length == 1 && BodiesOf(document, found[0].Content, out bool isMultipart) is { Count: > 0 } bodies
            ? new(found[0].Path, isMultipart, bodies, JobPathOf(document, found[0].Path))
            : throw new StyleException(
                $"{endpoint}: its OpenAPI document has {(found.Length > 1 ? "several operations that take a prompt" : path.Length > 0 ? $"no POST {path} with a body that can be filled" : "no POST /v1/infer, and no other that takes a prompt")}. " +
                $"Name one as infer_path; it has {(posts.Length > 0 ? string.Join(", ", posts.Select(post => post.Path)) : "no operation that takes JSON or a form")}.") { IsRequestWrong = true };
    }

    private static IEnumerable<(string Path, JsonObject Content)> Posts(JsonObject document) =>
        from path in (document["paths"] as JsonObject)?.AsEnumerable() ?? []
        let content = (path.Value as JsonObject)?["post"]?["requestBody"]?["content"] as JsonObject
        where content is not null
        select (path.Key, content);

    private static IReadOnlyList<OpenApiSchema> BodiesOf(JsonObject document, JsonObject content, out bool isMultipart)
    {
        JsonNode? json = content.FirstOrDefault(type => type.Key.StartsWith(RequestBody.Json, StringComparison.OrdinalIgnoreCase)).Value;
        JsonNode? form = content.FirstOrDefault(type => type.Key.StartsWith(RequestBody.Multipart, StringComparison.OrdinalIgnoreCase)).Value;
        isMultipart = json is null;
        return (json ?? form)?["schema"] is { } schema ? OpenApiSchema.Alternatives(document, schema) : [];
    }

    private static bool TakesPrompt(OpenApiSchema body) => body.Properties.Any(property => FieldNames.Of(property.Name, "") == FieldRole.Prompt);

    private static string? JobPathOf(JsonObject document, string infer)
    {
        string[] gets =
        [
            .. from path in (document["paths"] as JsonObject)?.AsEnumerable() ?? []
               where (path.Value as JsonObject)?["get"] is not null && path.Key.Count(c => c == '{') == 1 && path.Key.EndsWith('}')
               where s_jobWords.Any(word => path.Key.Contains(word, StringComparison.OrdinalIgnoreCase))
               select path.Key,
        ];
        return gets.FirstOrDefault(path => path.StartsWith(infer + "/", StringComparison.Ordinal)) ?? gets.FirstOrDefault(path => path.Contains("status", StringComparison.OrdinalIgnoreCase)) ?? gets.FirstOrDefault();
    }
}
