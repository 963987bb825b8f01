using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SensorSim.UnitTests.Styles;

/// <summary>What a server was asked.</summary>
internal sealed record InferenceCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, DateTimeOffset Time)
{
    private int JsonLength => Headers.TryGetValue("Inference-Header-Content-Length", out string? length) ? int.Parse(length, CultureInfo.InvariantCulture) : Body.Length;

    public JsonNode Json => JsonNode.Parse(Body.AsSpan(0, JsonLength))!;

    /// <summary>The numbers that came as bytes behind the JSON, or in it.</summary>
    public float[] Values => JsonLength < Body.Length
        ? MemoryMarshal.Cast<byte, float>(Body.AsSpan(JsonLength)).ToArray()
        : [.. Json["inputs"]![0]!["data"]!.AsArray().Select(value => (float)value!)];

    private string Shape => Json["inputs"]![0]!["shape"]!.ToJsonString();

    /// <summary>The picture's negative, as bytes, behind those of an output that nobody asked for.</summary>
    public static InferenceAnswer Inverted(InferenceCall call)
    {
        byte[] bytes = MemoryMarshal.AsBytes<float>(Array.ConvertAll(call.Values, value => 1 - value)).ToArray();
        return InferenceAnswer.Binary(
            $$$"""{"model_name":"candy","model_version":"2","outputs":[{"name":"mask","shape":[2],"datatype":"UINT8","parameters":{"binary_data_size":2}},{"name":"out","shape":{{{call.Shape}}},"datatype":"FP32","parameters":{"binary_data_size":{{{bytes.Length}}}}}]}""",
            [7, 7, .. bytes]);
    }

    /// <summary>The same as numbers in JSON, one list in another.</summary>
    public static InferenceAnswer InvertedAsJson(InferenceCall call) => InferenceAnswer.Json(
        $$"""{"model_name":"candy","model_version":"1","outputs":[{"name":"out","shape":{{call.Shape}},"datatype":"FP32","data":[[{{string.Join(',', call.Values.Select(value => (1 - value).ToString("R", CultureInfo.InvariantCulture)))}}]]}]}""");
}
