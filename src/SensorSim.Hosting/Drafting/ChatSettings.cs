namespace SensorSim.Hosting.Drafting;

/// <summary>Which model is asked, and how long to wait for it.</summary>
/// <param name="Endpoint">The base address of an OpenAI-compatible server: http://localhost:8080/v1.</param>
/// <param name="Model">The model's name, as the server knows it.</param>
public sealed record ChatSettings(Uri Endpoint, string Model)
{
    /// <summary>More bytes of an answer are not read.</summary>
    public const int MaximumBytes = 1 << 20;

    /// <summary>Sent as a bearer token; null sends none.</summary>
    public string? Key { get; init; }

    /// <summary>For one request, from its first byte to the last of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a busy server (429, 503) is asked again.</summary>
    public int MostRetries { get; init; } = 4;

    /// <summary>Before the first of these; twice as long before each further one. A server may ask for another time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No pause is longer, whatever the server asks for.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The endpoint as it is printed and recorded: without credentials and query.</summary>
    public string Address => Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>Checks an address and a key that a person gave.</summary>
    /// <exception cref="DraftException">It is no address of a server, or the key would travel in the open.</exception>
    public static ChatSettings Of(string address, string model, string? key)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) || endpoint.Scheme is not ("http" or "https") || endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            throw new DraftException("This is no address of a server, such as http://localhost:8080/v1 (without user, password and query).", isRequestWrong: true);
        }

        return key is null || endpoint.Scheme == "https" || endpoint.IsLoopback
            ? new(endpoint, model) { Key = key }
            : throw new DraftException($"The key would travel to {endpoint.Host} unencrypted; use an https address.", isRequestWrong: true);
    }
}
