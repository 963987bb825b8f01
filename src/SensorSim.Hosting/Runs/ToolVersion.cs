using System.Reflection;
using SensorSim.Datasets.Storage;

namespace SensorSim.Hosting.Runs;

/// <summary>Which build of the program this is.</summary>
public static class ToolVersion
{
    /// <summary>Version and source commit, from the assembly's informational version "0.1.0+COMMIT".</summary>
    public static ToolIdentity Current { get; } = Read();

    /// <summary>"sensorsim 0.1.0".</summary>
    public static string Name => $"sensorsim {Current.Version}";

    private static ToolIdentity Read()
    {
        string text = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        string[] parts = text.Split('+', 2);
        return new(parts[0], parts.Length > 1 ? parts[1] : "unknown");
    }
}
