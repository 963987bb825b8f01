namespace SensorSim.Cli.Console;

/// <summary>The last words of a command that makes a dataset and was stopped.</summary>
internal static class StopReport
{
    /// <param name="terminal">Gets them.</param>
    /// <param name="interruption">What stopped it.</param>
    /// <param name="output">The command's folder, where something is begun; null where nothing was written.</param>
    /// <param name="asJson">A program reads standard output.</param>
    /// <returns>The exit code.</returns>
    public static int Write(Terminal terminal, Interruption interruption, string? output, bool asJson)
    {
        string text = output is null ? "stopped before anything was written" : $"stopped; the same command with --resume carries on in {output}";
        terminal.Say(text);
        int exitCode = interruption.ExitCode ?? ExitCode.Failed;
        if (asJson) JsonOutput.WriteError(terminal, new(exitCode, [text]));
        return exitCode;
    }
}
