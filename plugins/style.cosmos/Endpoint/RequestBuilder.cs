using System.Text.Json.Nodes;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>Makes requests for an operation: of the forms that its body may have, the one that can be filled.</summary>
internal sealed class RequestBuilder(CosmosOrder order, InferOperation operation, string endpoint)
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <exception cref="StyleException">None can be filled: all that is missing in the one that comes closest.</exception>
    public MappedRequest Fields(RequestValues values, out IReadOnlyDictionary<string, string> files)
    {
        MappedRequest? best = null;
        foreach (OpenApiSchema body in operation.Bodies)
        {
            _files.Clear();
            MappedRequest mapped = FieldMapping.Map(body, values, Video);
            if (mapped.Problems.Count == 0)
            {
                files = new Dictionary<string, string>(_files, StringComparer.Ordinal);
                return mapped;
            }

            best = best is null || mapped.Problems.Count < best.Problems.Count ? mapped : best;
        }

        throw new StyleException($"{endpoint}: a request to {operation.Path} cannot be filled:\n{string.Join('\n', best!.Problems.Select(problem => $"  {problem}"))}") { IsRequestWrong = values.Videos is null };
    }

    public RequestBody Build(ClipVideos videos, string digest, out IReadOnlyList<string> notSent)
    {
        MappedRequest mapped = Fields(new(order, videos), out IReadOnlyDictionary<string, string> files);
        notSent = mapped.NotSent;
        return operation.IsMultipart ? RequestBody.OfParts(mapped.Fields, files, digest) : RequestBody.OfJson(mapped.Fields);
    }

    private JsonNode Video(string place, string file, OpenApiSchema schema)
    {
        if (operation.IsMultipart && !place.Contains('.', StringComparison.Ordinal))
        {
            _files[place] = file;
            return "";
        }

        string content = file.Length == 0 ? "" : Convert.ToBase64String(File.ReadAllBytes(file));
        return IsDataUrl(schema) ? $"data:video/mp4;base64,{content}" : content;
    }

    private bool IsDataUrl(OpenApiSchema schema) => order.Parameters.Media == MediaForm.DataUrl
        || (order.Parameters.Media == MediaForm.Auto && schema.Encoding != "base64" && (schema.Format is "uri" or "data-url" || schema.Words.Contains("data:", StringComparison.Ordinal) || schema.Words.Contains("data url", StringComparison.Ordinal) || schema.Words.Contains("data uri", StringComparison.Ordinal)));
}
