using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Drafting;

/// <summary>What the server was asked.</summary>
/// <param name="Line">The first line: method and path.</param>
/// <param name="Headers">All of them, as they came.</param>
/// <param name="Body">As JSON.</param>
internal sealed record ChatRequest(string Line, string Headers, JsonNode Body)
{
    /// <summary>The text of a message; negative counts from the end.</summary>
    public string Message(int index) => (string)Messages[index < 0 ? Messages.Count + index : index]!["content"]!;

    public JsonArray Messages => Body["messages"]!.AsArray();

    public bool HasSchema => Body["response_format"] is not null;
}
