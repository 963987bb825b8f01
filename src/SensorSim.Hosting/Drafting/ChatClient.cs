using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Drafting;

/// <summary>Asks an OpenAI-compatible server (POST …/chat/completions). Nothing that it answers is believed: sizes, times, types and redirects are bounded.</summary>
public sealed class ChatClient : IDisposable
{
    private readonly ChatSettings _settings;
    private readonly Uri _address;
    private readonly HttpClient _http;
    private readonly Func<TimeSpan, CancellationToken, Task> _pause;

    /// <param name="settings">Whom to ask.</param>
    /// <param name="pause">Waits between two tries; null is the clock.</param>
    public ChatClient(ChatSettings settings, Func<TimeSpan, CancellationToken, Task>? pause = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _address = new($"{settings.Address}/chat/completions");
        _pause = pause ?? Task.Delay;
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !settings.Endpoint.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The model's answer to a conversation.</summary>
    /// <param name="messages">What was said so far.</param>
    /// <param name="schema">What the server is to hold the answer to; null leaves it free.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="SchemaRefusedException">The server refused a request with a schema: it may know none.</exception>
    /// <exception cref="DraftException">There is no answer, or it cannot be read.</exception>
    public async Task<ChatAnswer> AskAsync(IReadOnlyList<ChatMessage> messages, JsonObject? schema, CancellationToken stop)
    {
        byte[] request = Encoding.UTF8.GetBytes(ChatProtocol.Request(_settings.Model, messages, schema).ToJsonString());
        for (int retry = 0; ; retry++)
        {
            (HttpStatusCode status, TimeSpan? wait, byte[] body) = await SendOnceAsync(request, stop).ConfigureAwait(false);
            if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && retry < _settings.MostRetries)
            {
                await _pause(PauseBefore(retry, wait), stop).ConfigureAwait(false);
                continue;
            }

            if (status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity && schema is not null)
            {
                throw new SchemaRefusedException(Reason(body));
            }

            return status == HttpStatusCode.OK
                ? ChatProtocol.Answer(body) with { RequestSha256 = Convert.ToHexStringLower(SHA256.HashData(request)) }
                : throw new DraftException($"{_settings.Address} answers {(int)status} ({status}): {Reason(body)}", isRequestWrong: (int)status is >= 300 and < 500 and not 429);
        }
    }

    public void Dispose() => _http.Dispose();

    private TimeSpan PauseBefore(int retry, TimeSpan? asked)
    {
        TimeSpan pause = asked is { } time && time > TimeSpan.Zero ? time : _settings.FirstPause * Math.Pow(2, retry);
        return pause < _settings.LongestPause ? pause : _settings.LongestPause;
    }

    private async Task<(HttpStatusCode Status, TimeSpan? Wait, byte[] Body)> SendOnceAsync(byte[] request, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_settings.Timeout);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(request) };
            message.Content.Headers.ContentType = new("application/json");
            message.Headers.Authorization = _settings.Key is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            RefuseRedirect(response);
            byte[] body = await BoundedBody.ReadAsync(response.Content, ChatSettings.MaximumBytes, limit.Token).ConfigureAwait(false);
            Check(response, body);
            return (response.StatusCode, WaitOf(response), body);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new DraftException(FormattableString.Invariant($"{_settings.Address} gave no whole answer within {_settings.Timeout.TotalSeconds} seconds."));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new DraftException($"{_settings.Address} cannot be asked: {(broken.InnerException ?? broken).Message}", inner: broken);
        }
    }

    private void RefuseRedirect(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            throw new DraftException($"{_settings.Address} answers {(int)response.StatusCode} and sends to {response.Headers.Location?.ToString() ?? "nowhere"}, which is not followed. Name that address yourself if you trust it.", isRequestWrong: true);
        }
    }

    private void Check(HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType is var type and not "application/json")
        {
            throw new DraftException($"{_settings.Address} answers with {type ?? "no content type"} and not with application/json: is it the base address of an OpenAI-compatible server, such as http://localhost:8080/v1?", isRequestWrong: true);
        }

        if (_settings.Key is { Length: > 0 } key && body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) >= 0)
        {
            throw new DraftException($"{_settings.Address} sends the key back in its answer, which is not used.");
        }
    }

    private static TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - DateTimeOffset.UtcNow,
        _ => null,
    };

    // What OpenAI-compatible servers say: { "error": { "message": "…" } }.
    private static string Reason(byte[] body)
    {
        const int longest = 300;
        string text;
        try
        {
            JsonNode? error = JsonNode.Parse(body, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false })?["error"];
            text = (error is JsonObject fields ? fields["message"] : error)?.ToString() ?? "";
        }
        catch (Exception unclear) when (unclear is JsonException or InvalidOperationException)
        {
            text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, longest)));
        }

        return text.Length == 0 ? "it gives no reason" : text.Length > longest ? $"{text[..longest]}…" : text;
    }
}
