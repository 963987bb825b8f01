using System.Diagnostics;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Local;

/// <summary>One run of a program that may take hours. Of what it says, the end is kept.</summary>
internal static class InstalledProgram
{
    private const int LastLines = 20;

    /// <exception cref="StyleException">It ends badly, or not in time.</exception>
    public static void Run(string program, IReadOnlyList<string> arguments, string folder, Tries tries, CancellationToken stop)
    {
        using Deadline deadline = tries.Begin(stop);
        var said = new Queue<string>();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new StyleException($"{program} does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        try
        {
            process.WaitForExitAsync(deadline.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            throw tries.OutOfTime($"{Path.GetFileName(program)} was ended.");
        }

        if (process.ExitCode != 0)
        {
            throw new StyleException($"{Path.GetFileName(program)} ends with {process.ExitCode}. The last that it says:\n{Last(said)}");
        }
    }

    private static void Keep(Queue<string> said, string? line)
    {
        lock (said)
        {
            if (line is null)
            {
                return;
            }

            said.Enqueue(line);
            if (said.Count > LastLines)
            {
                said.Dequeue();
            }
        }
    }

    private static string Last(Queue<string> said)
    {
        lock (said)
        {
            return said.Count > 0 ? string.Join('\n', said) : "(nothing)";
        }
    }
}
