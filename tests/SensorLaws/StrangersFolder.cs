using System.Diagnostics;
using System.Runtime.CompilerServices;
using IOPath = System.IO.Path;

namespace SensorSim.Tests.Sensors;

/// <summary>tests/StrangersPlugin, copied out of the tree and built there as its author would: against the contracts' library alone.</summary>
public static class StrangersFolder
{
    private static readonly Lazy<string> Built = new(() => Build());

    /// <summary>The plugin directory with the built plugin in it.</summary>
    public static string Path => Built.Value;

    private static string Build([CallerFilePath] string thisFile = "")
    {
        string folder = TestProcess.Folder("sensorsim-stranger-");
        string plugins = IOPath.Combine(folder, "plugins"), source = IOPath.Combine(folder, "source");
        Directory.CreateDirectory(source);
        foreach (string file in Directory.EnumerateFiles(IOPath.Combine(IOPath.GetDirectoryName(thisFile)!, "..", "StrangersPlugin")))
        {
            File.Copy(file, IOPath.Combine(source, IOPath.GetFileName(file)));
        }

        string contracts = typeof(SensorSim.Plugins.Plugin).Assembly.Location;
        var start = new ProcessStartInfo(
            "dotnet",
            ["build", source, "--nologo", "-v", "q", "-o", IOPath.Combine(plugins, "stranger.vignette"), $"-p:SensorSimAbstractions={contracts}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? plugins : throw new InvalidOperationException(log);
    }
}
