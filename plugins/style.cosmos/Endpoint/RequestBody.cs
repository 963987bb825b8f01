using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>A request as it is sent.</summary>
internal sealed record RequestBody(byte[] Content, string ContentType)
{
    public const string Json = "application/json", Multipart = "multipart/form-data";

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public static RequestBody OfJson(JsonObject fields) => new(Encoding.UTF8.GetBytes(fields.ToJsonString()), Json);

    /// <summary>Each field a part; objects as JSON.</summary>
    /// <param name="fields">Texts, numbers, objects.</param>
    /// <param name="files">Fields that are files, by their names.</param>
    /// <param name="digest">Of the request: the same request has the same boundary.</param>
    public static RequestBody OfParts(JsonObject fields, IReadOnlyDictionary<string, string> files, string digest)
    {
        string boundary = $"sensorsim-{digest[..32]}";
        using var parts = new MultipartFormDataContent(boundary);
        foreach ((string name, JsonNode? value) in fields)
        {
            if (files.TryGetValue(name, out string? file))
            {
                var content = new ByteArrayContent(File.ReadAllBytes(file));
                content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
                parts.Add(content, name, Path.GetFileName(file));
            }
            else
            {
                parts.Add(new StringContent(value is JsonValue text && text.TryGetValue(out string? plain) ? plain : value?.ToJsonString() ?? ""), name);
            }
        }

        return new(parts.ReadAsByteArrayAsync().GetAwaiter().GetResult(), $"{Multipart}; boundary={boundary}");
    }
}
