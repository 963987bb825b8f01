using System.Runtime.InteropServices;

namespace SensorSim.Cli.Console;

/// <summary>How many files the system lets this process open at once (<c>ulimit -n</c>). The runtime itself raises it as far as it may.</summary>
internal static partial class OpenFileLimit
{
    /// <summary>Twice what a run takes: below, assemblies fail to load with messages that name something else.</summary>
    private const ulong Needed = 256;

    private const int OfOpenFiles = 7;

    /// <summary>What to do about a limit that is too low; null when it is not.</summary>
    public static string? Problem() => Limit(OfOpenFiles, out Limits limits) == 0 ? ProblemOf(limits.Current) : null;

    /// <summary>The same of a limit.</summary>
    public static string? ProblemOf(ulong files) =>
        files < Needed ? $"too many open files: this process may open {files} at once, and {Needed} are needed; raise the limit, as in ulimit -n 1024" : null;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Limit(int resource, out Limits limits);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limits
    {
        public readonly ulong Current;
        public readonly ulong Maximum;
    }
}
