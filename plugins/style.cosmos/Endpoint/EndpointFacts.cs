using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>What a server says of itself.</summary>
/// <param name="Document">OpenAPI.</param>
/// <param name="DocumentSha256">Of its bytes.</param>
/// <param name="Metadata">Of /v1/metadata; null where it has none.</param>
internal sealed record EndpointFacts(JsonObject Document, string DocumentSha256, JsonNode? Metadata)
{
    private const int MostMetadata = 4096;

    /// <summary>Asks it, once it is ready.</summary>
    /// <exception cref="StyleException">It is not there, or has no document.</exception>
    public static EndpointFacts Ask(EndpointClient client, Tries tries)
    {
        WaitUntilReady(client, tries);
        Reply document = Get(client, "openapi.json", tries);
        if (!document.IsGood || document.Json is not { } json || json["paths"] is not JsonObject)
        {
            throw new StyleException($"{client.Name} has no OpenAPI document at /openapi.json (it answers {document.Status}), which says what its requests look like. Is it the base address of a NIM or of a server in its manner?");
        }

        Reply metadata = Get(client, "v1/metadata", tries);
        return new(json, Convert.ToHexStringLower(SHA256.HashData(document.Body)), metadata.IsGood && metadata.Body.Length <= MostMetadata ? metadata.Json : null);
    }

    // A server without this question counts as ready; one that loads its model is waited for.
    private static void WaitUntilReady(EndpointClient client, Tries tries)
    {
        while (Get(client, "v1/health/ready", tries) is { } reply && !reply.IsGood && reply.Status is not (404 or 405 or 501))
        {
            if (!reply.MayPass)
            {
                throw new StyleException($"{client.Name} answers {reply.Status} when it is asked whether it is ready: {reply.Reason}");
            }

            tries.WaitForJob(reply.RetryAfter, $"{client.Name} is not ready ({reply.Status}).", CancellationToken.None);
        }
    }

    private static Reply Get(EndpointClient client, string path, Tries tries)
    {
        while (true)
        {
            try
            {
                return client.Get(path, tries, CancellationToken.None);
            }
            catch (HttpRequestException broken)
            {
                tries.Pause($"{client.Name} cannot be asked: {(broken.InnerException ?? broken).Message}", null, CancellationToken.None);
            }
        }
    }
}
