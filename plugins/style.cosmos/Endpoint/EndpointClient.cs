using System.Net.Http.Headers;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>Speaks HTTP with one server. No redirect is followed, no other address is asked, and an answer has a largest size.</summary>
internal sealed class EndpointClient : IDisposable
{
    private const long MostBytes = 1L << 30;

    private readonly HttpClient _http;
    private readonly string? _key;

    /// <exception cref="StyleException">The address is none.</exception>
    public EndpointClient(CosmosParameters parameters)
    {
        Address = Uri.TryCreate(parameters.Endpoint.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0
            ? address
            : throw Wrong($"\"endpoint\" is {parameters.Endpoint}; expected the base address of a server without a name or key in it, such as http://localhost:8000");
        _key = parameters.KeyVariable.Length == 0 ? null
            : Environment.GetEnvironmentVariable(parameters.KeyVariable) is { Length: > 0 } key ? key
            : throw Wrong($"\"key_variable\" is {parameters.KeyVariable}, and there is no environment variable of that name.");
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !Address.IsLoopback, ConnectTimeout = TimeSpan.FromSeconds(15) }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public Uri Address { get; }

    public string Name => Address.ToString().TrimEnd('/');

    /// <param name="address">Below the server's, or a whole one of the same server.</param>
    /// <param name="tries">Whose time it is.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StyleException">Of another server, or no address.</exception>
    public Reply Get(string address, Tries tries, CancellationToken stop) => Send(() => new(HttpMethod.Get, Own(address)), tries, stop);

    /// <param name="path">Of the operation.</param>
    /// <param name="body">Of the request.</param>
    /// <param name="once">The same for the same request: a server that knows Idempotency-Key works on it once.</param>
    /// <param name="tries">Whose time it is.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="HttpRequestException">No connection, or it broke.</exception>
    public Reply Post(string path, RequestBody body, string once, Tries tries, CancellationToken stop) => Send(
        () =>
        {
            var message = new HttpRequestMessage(HttpMethod.Post, At(path)) { Content = new ByteArrayContent(body.Content) };
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.ContentType);
            message.Headers.Add("Idempotency-Key", once);
            message.Headers.Accept.ParseAdd("application/json, video/mp4;q=0.9");
            return message;
        },
        tries, stop);

    public void Dispose() => _http.Dispose();

    private Uri At(string path) => new(Address, path.TrimStart('/'));

    // A path with a slash in front counts as a whole address of a file.
    private Uri Own(string address)
    {
        bool isAddress = (Uri.TryCreate(address, UriKind.Absolute, out Uri? whole) && !whole.IsFile)
            || (Uri.TryCreate(address, UriKind.Relative, out Uri? part) && Uri.TryCreate(Address, part, out whole));
        return isAddress && Uri.Compare(whole, Address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0 ? whole!
            : throw new StyleException($"{Name} sends to {address}, which is {(isAddress ? "another server and is not asked" : "no address")}.");
    }

    private Reply Send(Func<HttpRequestMessage> message, Tries tries, CancellationToken stop)
    {
        using Deadline deadline = tries.Begin(stop);
        try
        {
            using HttpRequestMessage request = message();
            request.Headers.Authorization = _key is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
            return Read(request, tries.Clock, deadline.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            throw tries.OutOfTime($"{Name} is still at work.");
        }
        catch (IOException broken)
        {
            throw new HttpRequestException(broken.Message, broken);
        }
    }

    private async Task<Reply> Read(HttpRequestMessage request, TimeProvider clock, CancellationToken stop)
    {
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
        using Stream stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] part = new byte[1 << 16];
        while (await stream.ReadAsync(part, stop).ConfigureAwait(false) is > 0 and var count)
        {
            body.Write(part, 0, body.Length + count <= MostBytes ? count : throw new StyleException($"{Name} answers with more than {MostBytes} bytes."));
        }

        RetryConditionHeaderValue? later = response.Headers.RetryAfter;
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", body.ToArray())
        {
            Location = response.Headers.Location,
            RetryAfter = later?.Delta ?? later?.Date - clock.GetUtcNow(),
            RequestId = response.Headers.TryGetValues("NVCF-REQID", out IEnumerable<string>? ids) ? ids.FirstOrDefault() : null,
        };
    }

    private static StyleException Wrong(string message) => new(message) { IsRequestWrong = true };
}
