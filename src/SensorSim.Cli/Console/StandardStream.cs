using System.Runtime.InteropServices;

namespace SensorSim.Cli.Console;

/// <summary>Asks whether the caller gave this process a stream at all (<c>&gt;&amp;-</c> in a shell gives none).</summary>
internal static partial class StandardStream
{
    public const int Output = 1;
    public const int Error = 2;

    private const int GetFlags = 1;
    private const int CloseOnExecute = 1;

    /// <summary>
    /// Whether the descriptor came from the caller. The number of a missing one is taken by the first file or pipe that the runtime opens for
    /// itself; what is written there would reach the runtime. Such a descriptor closes on execute, an inherited one never does.
    /// </summary>
    public static bool IsInherited(int descriptor) => Control(descriptor, GetFlags) is >= 0 and var flags && (flags & CloseOnExecute) == 0;

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);
}
