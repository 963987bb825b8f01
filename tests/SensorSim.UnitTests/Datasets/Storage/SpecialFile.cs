using System.Runtime.InteropServices;

namespace SensorSim.UnitTests.Datasets.Storage;

/// <summary>Puts something else in a file's place.</summary>
internal static partial class SpecialFile
{
    private const uint ReadAndWrite = 0x180;

    /// <summary>A named pipe: whoever opens it to read waits for a writer.</summary>
    public static void ReplaceByPipe(string path)
    {
        File.Delete(path);
        Assert.That(MakePipe(path, ReadAndWrite), Is.Zero);
    }

    public static void ReplaceByFolder(string path)
    {
        File.Delete(path);
        Directory.CreateDirectory(path);
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}
