using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SensorSim.IntegrationTests.Building;

/// <summary>A source tree with the real build script and plugin targets around a program of one line.</summary>
internal sealed class TinyClone : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sensorsim-clone-").FullName;

    public TinyClone([CallerFilePath] string thisFile = "")
    {
        string sources = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
        foreach (string file in new[] { "eng/build.sh", "plugins/Plugins.targets", "plugins/Directory.Build.props", "plugins/Directory.Build.targets" })
        {
            Write(file, File.ReadAllText(Path.Combine(sources, file)));
        }

        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
            </Project>
            """);
        Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA2201.severity = warning\n");
        Write("src/SensorSim.Abstractions/SensorSim.Abstractions.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write("src/SensorSim.Cli/SensorSim.Cli.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><AssemblyName>sensorsim</AssemblyName></PropertyGroup>
              <Import Project="../../plugins/Plugins.targets" />
            </Project>
            """);
        Write("src/SensorSim.Cli/Program.cs", "return;");
    }

    public void WritePlugin(string id, string source)
    {
        Write($"plugins/{id}/Plugin.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write($"plugins/{id}/plugin.json", "{}");
        Write($"plugins/{id}/Stage.cs", source);
    }

    public void Write(string file, string text)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string PathOf(string file) => Path.Combine(_root, file);

    public string Read(string file) => File.ReadAllText(Path.Combine(_root, file));

    public void Delete(string file) => File.Delete(Path.Combine(_root, file));

    public void DeletePlugin(string id) => Directory.Delete(Path.Combine(_root, "plugins", id), recursive: true);

    /// <summary>Exit code and standard error of the build script.</summary>
    /// <param name="tools">A folder of the clone whose programs come before those of the system.</param>
    public (int ExitCode, string Error) Build(string? tools = null)
    {
        // What a script starts in the background ignores SIGINT, and so would this: env puts it right.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", "/bin/bash", Path.Combine(_root, "eng/build.sh")]) { UseShellExecute = false, RedirectStandardError = true };
        if (tools is not null) start.Environment["PATH"] = $"{Path.Combine(_root, tools)}:{start.Environment["PATH"]}";
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    /// <summary>Files of the built plugins, by name relative to their folder, in ordinal order.</summary>
    public string[] BuiltPlugins()
    {
        string folder = Path.Combine(_root, "src/SensorSim.Cli/bin/Release/net10.0/plugins");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.EndsWith(".deps.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
