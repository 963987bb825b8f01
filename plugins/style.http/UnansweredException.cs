using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>One try did not bring an answer. The message goes on from the address: "answers 503 …".</summary>
internal sealed class UnansweredException : Exception
{
    private const int LongestReason = 300;

    public UnansweredException()
    {
    }

    public UnansweredException(string message)
        : base(message)
    {
    }

    public UnansweredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Another try may help.</summary>
    public bool MayPass { get; init; }

    /// <summary>What was asked for is wrong: a model that the server has not.</summary>
    public bool IsRequestWrong { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Of an answer that is not 200.</summary>
    public static UnansweredException Of(HttpResponseMessage response, byte[] body)
    {
        int status = (int)response.StatusCode;
        string where = status is >= 300 and < 400 ? $" and sends to {response.Headers.Location?.ToString() ?? "nowhere"}, which is not followed" : "";
        return new(FormattableString.Invariant($"answers {status} ({response.StatusCode}){where}: {Reason(body)}"))
        {
            MayPass = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
            IsRequestWrong = status is >= 300 and < 500 && response.StatusCode != HttpStatusCode.TooManyRequests,
            RetryAfter = response.Headers.RetryAfter switch { { Delta: { } delta } => delta, { Date: { } date } => date - DateTimeOffset.UtcNow, _ => null },
        };
    }

    // The protocol's { "error": "…" }, or the beginning of whatever came.
    private static string Reason(byte[] body)
    {
        string text;
        try
        {
            text = JsonText.Parse(body) is JsonObject answer && JsonText.Of(answer, "error") is { Length: > 0 } error ? error : "";
        }
        catch (Exception unclear) when (unclear is FormatException or InvalidOperationException)
        {
            text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LongestReason)));
        }

        text = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim().TrimEnd('.');
        return text.Length == 0 ? "it gives no reason" : text.Length > LongestReason ? $"{text[..LongestReason]}…" : text;
    }
}
