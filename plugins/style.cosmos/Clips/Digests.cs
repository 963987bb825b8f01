using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Clips;

/// <summary>SHA-256 of what was sent, in lower-case hex.</summary>
internal static class Digests
{
    public static string OfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Of each video by its name.</summary>
    public static JsonObject OfVideos(ClipVideos videos)
    {
        string[] files = [videos.Input, .. videos.Controls.Values, .. videos.Mask is { } mask ? [mask] : Array.Empty<string>()];
        return new(files.Order(StringComparer.Ordinal).Select(file => KeyValuePair.Create(Path.GetFileNameWithoutExtension(file), (JsonNode?)OfFile(file))));
    }
}
