using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Specs;

/// <summary>Specification files: what is null is not there.</summary>
internal static class SpecJson
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Object(params (string Key, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value)));

    public static string Text(JsonObject json) => json.ToJsonString(s_readable) + "\n";
}
