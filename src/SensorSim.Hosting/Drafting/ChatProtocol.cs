using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Drafting;

/// <summary>Requests and answers of /chat/completions, as OpenAI describes them and others follow.</summary>
internal static class ChatProtocol
{
    private const int MaximumDepth = 16;

    public static JsonObject Request(string model, IReadOnlyList<ChatMessage> messages, JsonObject? schema)
    {
        var request = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role, ["content"] = message.Content })]),
            ["stream"] = false,
        };
        if (schema is not null)
        {
            request["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "scenario", ["strict"] = false, ["schema"] = schema.DeepClone() },
            };
        }

        return request;
    }

    /// <exception cref="DraftException">It is no such answer.</exception>
    public static ChatAnswer Answer(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = MaximumDepth });
            JsonElement choice = document.RootElement.GetProperty("choices")[0];
            JsonElement content = choice.GetProperty("message").GetProperty("content");
            bool isCutOff = choice.TryGetProperty("finish_reason", out JsonElement reason) && reason.ValueKind == JsonValueKind.String && reason.GetString() == "length";
            return new(content.ValueKind == JsonValueKind.Null ? "" : content.GetString() ?? "", isCutOff, "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new DraftException($"The answer is no chat completion: {e.Message}", inner: e);
        }
    }
}
