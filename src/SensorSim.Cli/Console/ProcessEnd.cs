using System.Runtime.InteropServices;

namespace SensorSim.Cli.Console;

/// <summary>The end of the process without handlers and finalizers: neither a driver nor a plugin that hangs can keep it.</summary>
internal static partial class ProcessEnd
{
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void AtOnce(int status);
}
