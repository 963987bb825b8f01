namespace SensorSim.Plugins;

/// <summary>Finds programs where the system would: in the folders of PATH.</summary>
public static class ProgramPath
{
    /// <summary>Null when it is not there.</summary>
    /// <param name="program">A name such as "ffmpeg"; one with a slash is a path already.</param>
    public static string? Of(string program)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        return program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? File.Exists(program) ? Path.GetFullPath(program) : null
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(File.Exists);
    }
}
