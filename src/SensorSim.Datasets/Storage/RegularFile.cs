using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using SensorSim.Scenes.Files;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// Reads files that must be plain files. A pipe or a device in a file's place could be read for ever, so what it is is asked before it is opened.
/// </summary>
public static class RegularFile
{
    /// <summary>What is wrong with the path as a file, in words that follow its name; null for a plain file.</summary>
    public static string? Problem(string path) => FileKinds.Of(path) switch
    {
        FileKind.Regular => null,
        FileKind.Folder => "is a folder, expected a file.",
        FileKind.Pipe => "is a named pipe, expected a file.",
        FileKind.Socket => "is a socket, expected a file.",
        FileKind.Device => "is a device, expected a file.",
        FileKind.None => "the file is missing.",
        FileKind.Forbidden => "could not be read: permission is denied.",
        FileKind.Loop => "is a loop of symbolic links, expected a file.",
        _ => "is no plain file.",
    };

    /// <summary>The same, and why a plain file cannot be opened to read.</summary>
    public static string? ReadProblem(string path)
    {
        try
        {
            Open(path).Dispose();
            return null;
        }
        catch (DatasetException unreadable)
        {
            return unreadable.Problem;
        }
    }

    /// <exception cref="DatasetException">Missing, not a plain file, or not readable.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (Problem(path) is { } problem)
            throw new DatasetException(path, problem);
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <exception cref="DatasetException">Missing, not a plain file, or not readable.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        using SafeFileHandle file = Open(path);
        long length = RandomAccess.GetLength(file);
        return length <= Array.MaxLength ? ReadBytes(path, file, 0, (int)length) : throw new DatasetException(path, $"has {length} bytes, which no such file has.");
    }

    /// <summary>A part of an open file; shorter where the file ends before.</summary>
    /// <exception cref="DatasetException">Not readable.</exception>
    public static byte[] ReadBytes(string path, SafeFileHandle file, long offset, int length)
    {
        byte[] bytes = new byte[length];
        int read = 0;
        try
        {
            while (read < length && RandomAccess.Read(file, bytes.AsSpan(read), offset + read) is > 0 and var count)
                read += count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }

        return read == length ? bytes : bytes[..read];
    }

    /// <summary>SHA-256 of a whole file, lower-case hex, and its length.</summary>
    /// <exception cref="DatasetException">Missing, not a plain file, or not readable.</exception>
    public static (string Sha256, long Bytes) Digest(string path)
    {
        using SafeFileHandle file = Open(path);
        try
        {
            using var stream = new FileStream(file, FileAccess.Read, bufferSize: 0);
            return (Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    private static DatasetException Unreadable(string path, Exception cause) => new(path, $"could not be read: {FileFailure.Reason(cause)}.", cause);
}
