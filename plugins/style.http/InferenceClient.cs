using System.Globalization;
using System.Net;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>Asks a server, again where it is busy or the connection breaks. Requests change nothing there, so that asking twice does no harm.</summary>
internal sealed class InferenceClient : IDisposable
{
    private const string JsonLengthHeader = "Inference-Header-Content-Length";
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1), LongestRetryAfter = TimeSpan.FromMinutes(10);

    private readonly HttpParameters _parameters;
    private readonly HttpClient _http;

    public InferenceClient(HttpParameters parameters)
    {
        _parameters = parameters;
        Address = parameters.Endpoint.TrimEnd('/');
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !new Uri(Address).IsLoopback, ConnectTimeout = TimeSpan.FromSeconds(15) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Without /v2.</summary>
    public string Address { get; }

    public InferenceReply Get(string path, CancellationToken stop) => Ask(path, null, null, 1 << 20, stop);

    /// <param name="path">Below the address.</param>
    /// <param name="body">JSON, with or without binary tensors behind it.</param>
    /// <param name="jsonLength">How much of it is JSON; null where all is.</param>
    /// <param name="most">Bytes that an answer may have.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StyleException">There is no answer, after all tries.</exception>
    public InferenceReply Post(string path, byte[] body, int? jsonLength, long most, CancellationToken stop) => Ask(path, body, jsonLength, most, stop);

    public void Dispose() => _http.Dispose();

    private InferenceReply Ask(string path, byte[]? body, int? jsonLength, long most, CancellationToken stop)
    {
        for (int retry = 0; ; retry++)
        {
            UnansweredException trouble;
            try
            {
                return AskOnceAsync(path, body, jsonLength, most, stop).GetAwaiter().GetResult();
            }
            catch (UnansweredException told)
            {
                trouble = told;
            }

            TimeSpan pause = PauseBefore(retry, trouble.RetryAfter);
            if (!trouble.MayPass || retry >= _parameters.Retries || trouble.RetryAfter > LongestRetryAfter)
            {
                string tries = trouble.MayPass && retry > 0 ? string.Create(CultureInfo.InvariantCulture, $" (tried {retry + 1} times)") : "";
                string advice = trouble.InnerException is HttpRequestException ? " Is the server running, and endpoint its address?" : "";
                throw new StyleException($"{Address}{path} {trouble.Message}{tries}.{advice}", trouble) { IsRequestWrong = trouble.IsRequestWrong };
            }

            stop.WaitHandle.WaitOne(pause);
            stop.ThrowIfCancellationRequested();
        }
    }

    private TimeSpan PauseBefore(int retry, TimeSpan? asked)
    {
        TimeSpan pause = TimeSpan.FromSeconds(_parameters.RetryPauseS * Math.Pow(2, Math.Min(retry, 20)));
        pause = (pause < LongestPause ? pause : LongestPause) * (1 - (Random.Shared.NextDouble() / 2));
        return asked > pause ? asked.Value : pause;
    }

    private async Task<InferenceReply> AskOnceAsync(string path, byte[]? body, int? jsonLength, long most, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(_parameters.TimeoutS));
        try
        {
            using HttpRequestMessage message = Message(path, body, jsonLength);
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            byte[] answer = await ReadAsync(response.Content, most, limit.Token).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK ? new(answer, JsonLengthOf(response)) : throw UnansweredException.Of(response, answer);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new UnansweredException(string.Create(CultureInfo.InvariantCulture, $"gave no whole answer within {_parameters.TimeoutS} s: raise timeout_s, or give the server smaller frames (tile_px)"), late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new UnansweredException($"cannot be asked: {(broken.InnerException ?? broken).Message.TrimEnd('.')}", broken) { MayPass = true };
        }
    }

    private HttpRequestMessage Message(string path, byte[]? body, int? jsonLength)
    {
        var message = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, Address + path);
        if (body is not null)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new(jsonLength is null ? "application/json" : "application/octet-stream");
        }

        if (jsonLength is { } length)
        {
            message.Headers.Add(JsonLengthHeader, length.ToString(CultureInfo.InvariantCulture));
        }

        return message;
    }

    private static int? JsonLengthOf(HttpResponseMessage response)
    {
        string? text = response.Headers.TryGetValues(JsonLengthHeader, out IEnumerable<string>? values) || response.Content.Headers.TryGetValues(JsonLengthHeader, out values) ? values.First() : null;
        return text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length
            : throw new UnansweredException($"answers with the header {JsonLengthHeader}: {text}, which is no length");
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, long most, CancellationToken stop)
    {
        using Stream stream = await content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] part = new byte[64 << 10];
        while (await stream.ReadAsync(part, stop).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > most)
            {
                throw new UnansweredException(string.Create(CultureInfo.InvariantCulture, $"answers with more than {most} bytes, which no picture of this size has"));
            }

            body.Write(part, 0, count);
        }

        return body.ToArray();
    }
}
