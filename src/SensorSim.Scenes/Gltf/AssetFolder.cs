using System.Buffers;
using System.Security.Cryptography;
using SensorSim.Scenes.Files;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads the files that a glTF names, from its own folder and nowhere else, and keeps their digests.</summary>
internal sealed class AssetFolder(string file, string folder, GltfLimits limits)
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private readonly List<GltfAsset> assets = [];
    private readonly Dictionary<string, byte[]> contents = new(StringComparer.Ordinal);

    public IReadOnlyList<GltfAsset> Assets => assets;

    /// <summary>Every <c>uri</c> of the document: when one file is missing, the others that are missing are named with it.</summary>
    public IEnumerable<JsonCursor> Named { get; set; } = [];

    /// <summary>Bytes read so far, data URIs included.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>Registers bytes that are already in memory: the glTF itself.</summary>
    public void Add(string path, byte[] bytes)
    {
        TotalBytes += bytes.Length;
        assets.Add(new(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));
    }

    /// <summary>The bytes of a <c>uri</c> member: a data URI or a file below the folder.</summary>
    /// <exception cref="GltfException">A remote, absolute or escaping URI, a missing file, or the limits.</exception>
    public byte[] Read(JsonCursor uri)
    {
        if (DataUri.IsDataUri(uri))
        {
            byte[] data = DataUri.Decode(uri);
            Count(uri, data.Length);
            return data;
        }

        string path = RelativePath(uri);
        if (!contents.TryGetValue(path, out byte[]? bytes))
        {
            bytes = ReadFile(uri, path);
            Add(path, bytes);
            contents.Add(path, bytes);
        }

        return bytes;
    }

    /// <summary>Reads a whole regular file after looking at its length.</summary>
    internal static byte[] ReadFile(string path, long maximumBytes, Func<string, Exception?, GltfException> error)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw error($"the file \"{info.Name}\" does not exist; put it where the glTF names it", null);
            }

            if (FileKinds.Obstacle(path) is { } obstacle)
            {
                throw error($"the file \"{info.Name}\" {obstacle}", null);
            }

            if (info.Length == 0)
            {
                throw error($"the file \"{info.Name}\" is empty; copy or export it again", null);
            }

            return info.Length <= maximumBytes
                ? File.ReadAllBytes(path)
                : throw error($"the file \"{info.Name}\" has {info.Length} bytes, more than the {maximumBytes} that a file may have; reduce or split it", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw error($"the file \"{Path.GetFileName(path)}\" cannot be read ({e.Message})", e);
        }
    }

    private byte[] ReadFile(JsonCursor uri, string path)
    {
        if (!Path.Exists(Path.Combine(folder, path)) && MissingBeside(path) is { Length: > 0 } others)
        {
            throw uri.Error($"the file \"{path}\" does not exist, nor do {others}; put them where the glTF names them");
        }

        byte[] bytes = ReadFile(Path.Combine(folder, path), limits.MaximumFileBytes, uri.Error);
        CheckTotal(uri, bytes.Length);
        return bytes;
    }

    private string MissingBeside(string path) => string.Join(", ", Named
        .Where(uri => !DataUri.IsDataUri(uri) && !HasScheme(uri.Text()))
        .Select(uri => Uri.UnescapeDataString(uri.Text()))
        .Where(other => other != path && IsInside(other) && !Path.Exists(Path.Combine(folder, other)))
        .Distinct(StringComparer.Ordinal)
        .Select(other => $"\"{other}\""));

    private void Count(JsonCursor at, long bytes)
    {
        CheckTotal(at, bytes);
        TotalBytes += bytes;
    }

    private void CheckTotal(JsonCursor at, long bytes)
    {
        if (TotalBytes + bytes > limits.MaximumTotalFileBytes)
        {
            throw at.Error($"the files of {file} exceed the {limits.MaximumTotalFileBytes} bytes that a scene may have; reduce them");
        }
    }

    private static string RelativePath(JsonCursor uri)
    {
        string written = uri.Text();
        string path = Uri.UnescapeDataString(written);
        if (HasScheme(written))
        {
            throw uri.Error($"expected a relative path, found \"{written}\"; download the file beside the glTF and name it there");
        }

        return IsInside(path)
            ? path
            : throw uri.Error($"expected a path inside the glTF's folder, found \"{written}\"; move the file there and name it by a relative path");
    }

    private static bool IsInside(string path) =>
        path.Length > 0 && !path.StartsWith('/') && path.AsSpan().IndexOfAny('\\', ':') < 0 && !path.Any(char.IsControl) && !path.Split('/').Contains("..", StringComparer.Ordinal);

    private static bool HasScheme(string uri)
    {
        int colon = uri.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(uri[0]) && uri.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }
}
