using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Files;

/// <summary>Tells files from what only has a file's name: opening a pipe that nobody writes to waits for ever.</summary>
public static partial class RegularFile
{
    private const int WorkingDirectory = -100;
    private const uint TypeWanted = 1;
    private const int ResultBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;

    /// <summary>Why a path cannot be read as a file, as the end of a sentence that begins with the path; null when it can be opened.</summary>
    public static string? Obstacle(string path) => TypeOf(path) switch
    {
        0x8000 => null,
        0x4000 => "is a folder",
        0x1000 => "is a pipe, not a file",
        0x2000 or 0x6000 => "is a device, not a file",
        0xC000 => "is a socket, not a file",
        null => "there is no such file",
        _ => "is no regular file",
    };

    /// <summary>The type bits of what a path leads to, or null where that is nothing.</summary>
    private static int? TypeOf(string path)
    {
        Span<byte> result = stackalloc byte[ResultBytes];
        return Status(WorkingDirectory, path, 0, TypeWanted, ref MemoryMarshal.GetReference(result)) == 0
            ? BinaryPrimitives.ReadUInt16LittleEndian(result[ModeOffset..]) & TypeMask
            : null;
    }

    // Unlike stat's, this structure is the same on every processor.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, ref byte result);
}
