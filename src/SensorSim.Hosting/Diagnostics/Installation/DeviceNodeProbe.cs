using System.Runtime.InteropServices;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Tries to open device nodes for reading and writing, as a driver would.</summary>
internal static partial class DeviceNodeProbe
{
    private const int ReadWriteCloseOnExec = 0x2 | 0x80000;

    /// <summary>The nodes of a folder whose names match, in order of their names.</summary>
    public static IReadOnlyList<DeviceNodeFact> ProbeAll(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).Select(Probe)] : [];

    public static DeviceNodeFact Probe(string path)
    {
        int descriptor = Open(path, ReadWriteCloseOnExec);
        if (descriptor < 0) return new(path, Marshal.GetLastPInvokeErrorMessage());
        _ = Close(descriptor);
        return new(path, null);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
