using System.Text.Json.Nodes;
using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>What a server says of itself and of a model.</summary>
/// <param name="ServerName">"triton"; empty where it says none.</param>
/// <param name="ServerVersion">"2.50.0"; empty where it says none.</param>
/// <param name="HasBinaryTensors">It knows the extension of binary tensor data.</param>
/// <param name="Platform">"onnxruntime_onnx"; empty where it says none.</param>
/// <param name="Versions">Of the model.</param>
/// <param name="Inputs">What the model takes.</param>
/// <param name="Outputs">What the model gives.</param>
internal sealed record InferenceModel(
    string ServerName, string ServerVersion, bool HasBinaryTensors, string Platform, IReadOnlyList<string> Versions, IReadOnlyList<TensorSignature> Inputs, IReadOnlyList<TensorSignature> Outputs)
{
    /// <summary>From the answers to GET /v2 and GET /v2/models/M.</summary>
    /// <exception cref="FormatException">They are not of the protocol.</exception>
    public static InferenceModel Read(JsonObject server, JsonObject model) => new(
        JsonText.Of(server, "name"), JsonText.Of(server, "version"), JsonText.ListOf(server, "extensions").Contains("binary_tensor_data", StringComparer.Ordinal),
        JsonText.Of(model, "platform"), JsonText.ListOf(model, "versions"), Signatures(model, "inputs"), Signatures(model, "outputs"));

    private static TensorSignature[] Signatures(JsonObject model, string key)
    {
        if (model[key] is not JsonArray list)
        {
            throw new FormatException($"it names no {key}");
        }

        return [.. list.Select(item => item is JsonObject tensor ? Signature(tensor) : throw new FormatException($"its {key} are no tensors"))];
    }

    private static TensorSignature Signature(JsonObject tensor)
    {
        if (tensor["shape"] is not JsonArray shape)
        {
            throw new FormatException($"the tensor {JsonText.Of(tensor, "name")} has no shape");
        }

        return new(JsonText.Of(tensor, "name"), DataType.Parse(JsonText.Of(tensor, "datatype")), [.. shape.Select(length => Dimension(JsonText.Number(length)))]);
    }

    private static TensorDimension Dimension(long length) => new(length < 0 ? null : length, "");
}
