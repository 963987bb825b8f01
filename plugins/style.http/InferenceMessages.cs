using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>Requests and answers of POST …/infer, with tensors as bytes behind the JSON or as numbers in it.</summary>
internal static class InferenceMessages
{
    /// <summary>A request for one output.</summary>
    /// <returns>The body, and how much of it is JSON; null where all is.</returns>
    public static (byte[] Body, int? JsonLength) Request(string id, string input, Tensor tensor, string output, bool isBinary)
    {
        var declared = new JsonObject
        {
            ["name"] = input,
            ["shape"] = new JsonArray([.. tensor.Shape.ToArray().Select(length => JsonValue.Create(length))]),
            ["datatype"] = DataType.NameOf(tensor.ElementType),
        };
        if (isBinary)
        {
            declared["parameters"] = new JsonObject { ["binary_data_size"] = tensor.Bytes().Length };
        }
        else
        {
            declared["data"] = Numbers(tensor);
        }

        byte[] json = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["id"] = id,
            ["inputs"] = new JsonArray(declared),
            ["outputs"] = new JsonArray(new JsonObject { ["name"] = output, ["parameters"] = new JsonObject { ["binary_data"] = isBinary } }),
        }.ToJsonString());
        return isBinary ? ([.. json, .. tensor.Bytes()], json.Length) : (json, null);
    }

    /// <summary>One output of an answer, and the version of the model that gave it.</summary>
    /// <exception cref="FormatException">It is not there, or is broken.</exception>
    public static (Tensor Tensor, string ModelVersion) Answer(InferenceReply reply, string output)
    {
        int length = reply.JsonLength ?? reply.Body.Length;
        if (length < 0 || length > reply.Body.Length)
        {
            throw new FormatException($"its header promises {length} bytes of JSON, and the answer has {reply.Body.Length}");
        }

        JsonObject answer = JsonText.Parse(reply.Body.AsSpan(0, length));
        int place = length;
        foreach (JsonObject tensor in (answer["outputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            int? bytes = tensor["parameters"] is JsonObject parameters && parameters["binary_data_size"] is { } size ? checked((int)JsonText.Number(size)) : null;
            if (JsonText.Of(tensor, "name") == output)
            {
                return (Read(tensor, reply.Body, place, bytes), JsonText.Of(answer, "model_version"));
            }

            place += bytes ?? 0;
        }

        throw new FormatException($"the answer has no output \"{output}\"");
    }

    private static JsonArray Numbers(Tensor tensor) => new([.. tensor.ElementType == TensorElementType.UInt8
        ? tensor.As<byte>().Select(value => JsonValue.Create(value))
        : tensor.As<float>().Select(value => JsonValue.Create(value))]);

    private static Tensor Read(JsonObject declared, byte[] body, int place, int? bytes)
    {
        long[] shape = [.. (declared["shape"] as JsonArray ?? []).Select(JsonText.Number)];
        string type = JsonText.Of(declared, "datatype");
        long elements = shape.Aggregate(1L, (product, length) => length >= 0 ? checked(product * length) : throw new FormatException($"the output's shape is {Tensor.ShapeText(shape)}"));
        if (DataType.Parse(type) is not (TensorElementType.Float32 or TensorElementType.Float16 or TensorElementType.Float64 or TensorElementType.UInt8) and var other)
        {
            throw new FormatException($"the output is {(other == TensorElementType.Undefined ? $"of the unknown type \"{type}\"" : type)}; expected FP32, FP16, FP64 or UINT8");
        }

        return bytes is { } count ? Binary(DataType.Parse(type), shape, elements, body, place, count) : FromJson(declared["data"], shape, elements);
    }

    private static Tensor Binary(TensorElementType type, long[] shape, long elements, byte[] body, int place, int count)
    {
        long expected = elements * Tensor.BytesOf(type);
        if (count != expected || place + (long)count > body.Length)
        {
            throw new FormatException($"the output {Tensor.ShapeText(shape)} has {expected} bytes as {DataType.NameOf(type)}; {count} are promised, and {body.Length - place} are there");
        }

        Tensor tensor = Tensor.Empty(type, shape)!;
        body.AsSpan(place, count).CopyTo(tensor.Bytes());
        return tensor;
    }

    private static Tensor FromJson(JsonNode? data, long[] shape, long elements)
    {
        var values = new List<float>();
        Flatten(data, values);
        return values.Count == elements ? Tensor.Of(values.ToArray(), shape) : throw new FormatException($"the output {Tensor.ShapeText(shape)} has {elements} numbers; {values.Count} are there");
    }

    // Lists may be nested as the axes are.
    private static void Flatten(JsonNode? node, List<float> values)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                Flatten(item, values);
            }
        }
        else if (node is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
        {
            values.Add(value.GetValue<float>());
        }
        else
        {
            throw new FormatException($"the output's data has {node?.ToJsonString() ?? "null"}, which is no number");
        }
    }
}
