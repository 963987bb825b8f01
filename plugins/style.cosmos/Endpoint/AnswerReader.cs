using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>Finds the video in an answer: the body itself, base64 or a data URL in JSON, or an address.</summary>
internal static class AnswerReader
{
    private const int LeastLength = 64;

    private static readonly string[] s_addresses = ["video_url", "result_url", "output_url", "download_url", "url", "video", "output", "result"];

    /// <summary>Null where there is none.</summary>
    public static byte[]? Video(Reply reply) =>
        !reply.IsGood ? null
        : reply.ContentType.StartsWith("video/", StringComparison.Ordinal) || (reply.ContentType == "application/octet-stream" && reply.Body.Length > 0) ? reply.Body
        : reply.Json is { } json ? Texts(json, "").Where(text => IsNamedVideo(text.Key)).Concat(Texts(json, "").Where(text => !IsNamedVideo(text.Key))).Select(text => Decoded(text.Text, IsNamedVideo(text.Key))).FirstOrDefault(video => video is not null)
        : null;

    /// <summary>Where the video lies, by the answer's word; null where it says nothing.</summary>
    public static string? Address(Reply reply) => reply.Json is not { } json ? null
        : (from key in s_addresses
           from text in Texts(json, "")
           where text.Key.EndsWith(key, StringComparison.OrdinalIgnoreCase) && (text.Text.StartsWith('/') || text.Text.StartsWith("http://", StringComparison.Ordinal) || text.Text.StartsWith("https://", StringComparison.Ordinal))
           select text.Text).FirstOrDefault();

    private static IEnumerable<(string Key, string Text)> Texts(JsonNode? node, string key) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value, member.Key)),
        JsonArray items => items.SelectMany(item => Texts(item, key)),
        JsonValue value when value.TryGetValue(out string? text) => [(key, text)],
        _ => [],
    };

    private static bool IsNamedVideo(string key) => key.Contains("video", StringComparison.OrdinalIgnoreCase);

    // What is not named a video counts when it begins as an MP4 file does.
    private static byte[]? Decoded(string text, bool isNamed)
    {
        int begin = text.StartsWith("data:", StringComparison.Ordinal) ? text.IndexOf(";base64,", StringComparison.Ordinal) + ";base64,".Length : 0;
        byte[] bytes = new byte[(text.Length * 3 / 4) + 3];
        return text.Length >= LeastLength && Convert.TryFromBase64Chars(text.AsSpan(begin), bytes, out int count) && (isNamed || bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8)) ? bytes[..count] : null;
    }
}
