using System.Security.Cryptography;

namespace SensorSim.Vulkan;

/// <summary>A cache file that knows whether it is whole: an 8-byte mark, the SHA-256 of the content, the content.</summary>
internal static class SealedFile
{
    private const int MarkBytes = 8;
    private const int HeaderBytes = MarkBytes + SHA256.HashSizeInBytes;

    public static void Write(string path, ReadOnlySpan<byte> mark, ReadOnlySpan<byte> content) =>
        WriteAtomically(path, [.. mark, .. SHA256.HashData(content), .. content]);

    /// <returns>Null when the file is missing, not to be read, of another kind or damaged.</returns>
    public static byte[]? Read(string path, ReadOnlySpan<byte> mark)
    {
        if (Bytes(path) is not { } file || file.Length < HeaderBytes || !file.AsSpan().StartsWith(mark))
            return null;
        byte[] content = file[HeaderBytes..];
        return SHA256.HashData(content).AsSpan().SequenceEqual(file.AsSpan(MarkBytes, SHA256.HashSizeInBytes)) ? content : null;
    }

    // Whoever may not read it, because another user made it, is no worse off than without it.
    private static byte[]? Bytes(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The file appears whole or not at all, also when two processes write it at once.
    private static void WriteAtomically(string path, ReadOnlySpan<byte> bytes)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
