using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;

namespace SensorSim.Scenes.Gltf;

/// <summary>Decodes <c>data:…;base64,…</c> straight from the JSON's bytes: a texture inside a .gltf may have hundreds of megabytes.</summary>
internal static class DataUri
{
    /// <summary>Whether the string value is a data URI, without copying it.</summary>
    public static bool IsDataUri(JsonCursor uri) =>
        JsonMarshal.GetRawUtf8Value(uri.Element) is { Length: > 6 } raw && Ascii.EqualsIgnoreCase(raw[1..6], "data:"u8);

    public static byte[] Decode(JsonCursor uri)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(uri.Element)[1..^1];
        ReadOnlySpan<byte> text = raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(uri.Text()) : raw;
        int comma = text.IndexOf((byte)',');
        if (comma < 0 || !text[..comma].EndsWith(";base64"u8))
        {
            throw uri.Error("expected a data URI of the form data:TYPE;base64,DATA; encode the data in base64");
        }

        ReadOnlySpan<byte> encoded = text[(comma + 1)..];
        byte[] decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        return Base64.DecodeFromUtf8(encoded, decoded, out _, out int written) == OperationStatus.Done
            ? decoded.AsSpan(0, written).ToArray()
            : throw uri.Error("the data URI is not valid base64; encode the data again");
    }
}
