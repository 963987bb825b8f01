using System.Runtime.InteropServices;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Asks the system's linker whether a library loads with everything it needs.</summary>
internal static class NativeLibraryProbe
{
    public static LibraryFact Probe(string name, string package, string purpose) => new(name, package, purpose, ErrorOf(name));

    /// <summary>What the linker says against a file name or path; null when it loads.</summary>
    public static string? ErrorOf(string nameOrPath)
    {
        try
        {
            NativeLibrary.Free(NativeLibrary.Load(nameOrPath));
            return null;
        }
        catch (Exception refusal) when (refusal is DllNotFoundException or BadImageFormatException)
        {
            return LinkerLine(refusal.Message);
        }
    }

    /// <summary>.NET wraps the linker's sentence in advice; the sentence is what a person can act on.</summary>
    private static string LinkerLine(string message)
    {
        string[] lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(line => line.Contains(".so", StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal)
            && !line.StartsWith("Unable to load", StringComparison.Ordinal)) ?? lines[0];
    }
}
