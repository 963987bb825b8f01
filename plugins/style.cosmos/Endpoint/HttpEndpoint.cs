using System.Text.Json.Nodes;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>A server that makes videos, such as a NIM. A request is sent until one answer is there; a job that a server goes on with is asked about and not sent again.</summary>
internal sealed class HttpEndpoint : IReceiver
{
    private readonly EndpointClient _client;
    private readonly CosmosOrder _order;
    private readonly EndpointFacts _facts;
    private readonly InferOperation _operation;

    private HttpEndpoint(EndpointClient client, CosmosOrder order, EndpointFacts facts, InferOperation operation) => (_client, _order, _facts, _operation) = (client, order, facts, operation);

    public IReadOnlyDictionary<string, JsonNode?> Identity => new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["api_title"] = _facts.Document["info"]?["title"]?.DeepClone(),
        ["api_version"] = _facts.Document["info"]?["version"]?.DeepClone(),
        ["endpoint"] = _client.Name,
        ["metadata"] = _facts.Metadata?.DeepClone(),
        ["openapi_sha256"] = _facts.DocumentSha256,
        ["operation"] = _operation.Path,
    };

    public string Key => $"POST {_client.Name}{_operation.Path}";

    public bool CanTryAgain => true;

    /// <summary>Reads the server's document and sees whether a request can be filled.</summary>
    /// <exception cref="StyleException">It cannot, or there is no server.</exception>
    public static HttpEndpoint Connect(CosmosOrder order, TimeProvider clock)
    {
        var client = new EndpointClient(order.Parameters);
        try
        {
            EndpointFacts facts = EndpointFacts.Ask(client, new Tries(order.Parameters, clock, client.Name));
            InferOperation operation = InferOperation.Find(facts.Document, order.Parameters.InferPath, client.Name);
            var endpoint = new HttpEndpoint(client, order, facts, operation);
            _ = endpoint.Requests.Fields(new(order, null), out _);
            return endpoint;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public void Fetch(ClipFolder folder, ClipVideos videos, Tries tries, CancellationToken stop)
    {
        RequestBody body = Requests.Build(videos, folder.Digest, out IReadOnlyList<string> notSent);
        var facts = new JsonObject { ["request_sha256"] = body.Sha256, ["videos"] = Digests.OfVideos(videos) };
        if (notSent.Count > 0)
        {
            facts["not_sent"] = new JsonArray([.. notSent.Select(what => (JsonNode)what)]);
        }

        folder.WriteWhole("request", body.Content);
        byte[]? video = null;
        while (video is null)
        {
            try
            {
                video = folder.Job is { } job ? Poll(folder, job, tries, stop) : Send(folder, body, tries, stop);
            }
            catch (HttpRequestException broken)
            {
                tries.Pause($"{_client.Name} cannot be asked: {(broken.InnerException ?? broken).Message}", null, stop);
            }
        }

        folder.KeepAnswer(video, facts);
    }

    public void Dispose() => _client.Dispose();

    private RequestBuilder Requests => new(_order, _operation, _client.Name);

    // Null where it has to be asked again, or is being worked on.
    private byte[]? Send(ClipFolder folder, RequestBody body, Tries tries, CancellationToken stop)
    {
        Reply reply = _client.Post(_operation.Path, body, $"{folder.Digest}-{folder.Refused}", tries, stop);
        if (AnswerReader.Video(reply) is { } video)
        {
            return video;
        }

        if ((JobReader.Job(reply, _operation) ?? ElsewhereOf(reply)) is { } job)
        {
            folder.KeepJob(job);
        }
        else if (reply.MayPass || reply.IsGood)
        {
            tries.Pause($"{_client.Name} answers {reply.Status} without a video: {reply.Reason}", reply.RetryAfter, stop);
        }
        else
        {
            throw new StyleException($"{_client.Name} refuses the request with {reply.Status}: {reply.Reason}");
        }

        return null;
    }

    private byte[]? Poll(ClipFolder folder, JsonObject job, Tries tries, CancellationToken stop)
    {
        string name = $"job {(string?)job["id"] ?? (string?)job["address"]}";
        Reply reply = _client.Get((string)job["address"]!, tries, stop);
        bool isFailed = JobReader.IsFailed(reply);
        if (!isFailed && AnswerReader.Video(reply) is { } video)
        {
            return video;
        }

        if (reply.IsGood && JobReader.IsWaiting(reply))
        {
            tries.WaitForJob(reply.RetryAfter, $"{_client.Name} is still at work on {name}.", stop);
        }
        else if (!isFailed && ElsewhereOf(reply) is { } elsewhere)
        {
            folder.KeepJob(elsewhere);
            tries.WaitForJob(null, $"{_client.Name} sends from one address to the next for {name}.", stop);
        }
        else
        {
            if (!reply.MayPass)
            {
                folder.ForgetJob(); // Lost, failed, or ended without a video: only sending it again can help.
            }

            tries.Pause($"{_client.Name} answers {reply.Status} when it is asked for {name}: {reply.Reason}", reply.RetryAfter, stop);
        }

        return null;
    }

    // The video is made and lies at another address: fetched from there, also after an interruption.
    private static JsonObject? ElsewhereOf(Reply reply) => reply.Status == 200 && AnswerReader.Address(reply) is { } address ? new() { ["address"] = address } : null;
}
