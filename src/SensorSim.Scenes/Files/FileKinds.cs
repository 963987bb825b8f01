using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Files;

/// <summary>Tells files from what only has a file's name: opening a pipe that nobody writes to waits for ever.</summary>
public static partial class FileKinds
{
    private const int WorkingDirectory = -100;
    private const uint TypeWanted = 1;
    private const int StatusBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeBits = 0xF000;
    private const int NoPermission = 13;
    private const int NameTooLong = 36;
    private const int TooManyLinks = 40;

    public static FileKind Of(string path)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        if (Status(WorkingDirectory, path, 0, TypeWanted, ref MemoryMarshal.GetReference(status)) != 0)
        {
            return Absent(path, Marshal.GetLastPInvokeError());
        }

        return (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeBits) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0x2000 or 0x6000 => FileKind.Device,
            0xC000 => FileKind.Socket,
            _ => FileKind.Other,
        };
    }

    /// <summary>Why a path cannot be read as a file, in words that follow the path; null when it can be opened.</summary>
    public static string? Obstacle(string path) => Of(path) switch
    {
        FileKind.Regular => null,
        FileKind.None => "there is no such file",
        FileKind.Forbidden => "permission is denied",
        FileKind.Loop => "is a loop of symbolic links",
        FileKind.TooLong => "the name is too long",
        FileKind.Folder => "is a folder",
        FileKind.Pipe => "is a pipe, not a file",
        FileKind.Device => "is a device, not a file",
        FileKind.Socket => "is a socket, not a file",
        _ => "is no regular file",
    };

    private static FileKind Absent(string path, int error) => error switch
    {
        NoPermission => FileKind.Forbidden,
        TooManyLinks => FileKind.Loop,
        NameTooLong => FileKind.TooLong,

        // A sandbox may forbid the question.
        _ => File.Exists(path) ? FileKind.Regular : FileKind.None,
    };

    // struct statx has the same layout on every processor, unlike struct stat.
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, ref byte status);
}
