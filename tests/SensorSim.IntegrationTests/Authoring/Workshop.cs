using System.Diagnostics;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>An empty folder outside the source tree, where an author of a plugin works with nothing but the program and the .NET SDK.</summary>
internal sealed class Workshop : IDisposable
{
    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("sensorsim-workshop-").FullName;

    /// <summary>Debug or Release: what these tests were built as.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    /// <summary>A path in the folder.</summary>
    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Writes a file, and the folders above it.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Runs a script in the folder, as typed into a shell: the program's own launcher is on PATH. The first command that fails ends it.</summary>
    /// <returns>Exit code, and both outputs as they came.</returns>
    public (int ExitCode, string Output) Run(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-e", "-u", "-o", "pipefail", "-c", $"exec 2>&1\n{script}"])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{AppContext.BaseDirectory}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_NOLOGO"] = "1";
        // The test host's own settings are not for the tests that it starts.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
