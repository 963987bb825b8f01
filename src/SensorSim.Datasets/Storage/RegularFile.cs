using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// Reads files that must be plain files. A pipe or a device in a file's place could be read for ever, so what it is is asked before it is opened.
/// </summary>
internal static partial class RegularFile
{
    private const int CurrentFolder = -100;
    private const uint TypeMask = 1;
    private const int StatusBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeBits = 0xF000;

    /// <summary>What is wrong with the path as a file, in words that follow its name; null for a plain file.</summary>
    public static string? Problem(string path) => TypeOf(path) switch
    {
        0x8000 => null,
        0x4000 => "is a folder, expected a file.",
        0x1000 => "is a named pipe, expected a file.",
        0xC000 => "is a socket, expected a file.",
        0x2000 or 0x6000 => "is a device, expected a file.",
        null => File.Exists(path) ? null : "the file is missing.",
        _ => "is no plain file.",
    };

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
        return ReadBytes(path, file, 0, checked((int)RandomAccess.GetLength(file)));
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

    /// <summary>The type bits of the file's mode (<c>S_IFMT</c>), links followed; null where the system does not say.</summary>
    private static int? TypeOf(string path)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        return Status(CurrentFolder, path, 0, TypeMask, ref MemoryMarshal.GetReference(status)) == 0
            ? BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeBits
            : null;
    }

    // struct statx has the same layout on every processor, unlike struct stat.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, ref byte status);
}
