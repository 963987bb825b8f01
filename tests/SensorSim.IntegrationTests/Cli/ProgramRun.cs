using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>One call of the built program in its own process, as a person makes it.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    /// <summary>The host of the runtime that these tests run on; what PATH calls dotnet may be a script.</summary>
    private static string DotNet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>Standard output as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Out)!;

    public static ProgramRun Of(params string[] arguments) => With(new Dictionary<string, string?>(StringComparer.Ordinal), arguments);

    /// <param name="environment">Variables to set; null removes one.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramRun With(IReadOnlyDictionary<string, string?> environment, params string[] arguments) => Of(Start(environment, arguments));

    /// <summary>As if the folder were the current one.</summary>
    public static ProgramRun In(string folder, params string[] arguments) =>
        Of(Process.Start(StartInfo(new Dictionary<string, string?>(StringComparer.Ordinal), arguments, folder))!);

    /// <summary>Starts the program without waiting for it.</summary>
    public static Process Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments) => Process.Start(StartInfo(environment, arguments))!;

    private static ProgramRun Of(Process started)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    private static ProcessStartInfo StartInfo(IReadOnlyDictionary<string, string?> environment, string[] arguments, string folder = "")
    {
        // The test project refers to the program, so the build puts it beside the tests.
        // A script that runs tests in the background makes them ignore SIGINT, and children inherit that: env puts it right.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", DotNet, Path.Combine(AppContext.BaseDirectory, "sensorsim.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string? value) in environment)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return start;
    }
}
