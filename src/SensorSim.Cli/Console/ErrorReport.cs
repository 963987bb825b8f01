namespace SensorSim.Cli.Console;

/// <summary>The end of every command that fails: clear lines on standard error and the right exit code.</summary>
internal static class ErrorReport
{
    /// <summary>When this variable is set to anything, every error prints its stack trace too.</summary>
    public const string TraceVariable = "SENSORSIM_TRACE";

    /// <summary>Runs a command and turns whatever it throws into lines and an exit code.</summary>
    public static int Guard(Terminal terminal, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception exception)
        {
            return Print(terminal.Error, exception, isTraced: !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TraceVariable)));
        }
    }

    /// <summary>Prints what went wrong; returns the exit code.</summary>
    public static int Print(TextWriter error, Exception exception, bool isTraced)
    {
        var failure = Failure.Of(exception);
        foreach (string line in failure.Lines) error.WriteLine(line);
        if (isTraced)
            error.WriteLine(exception);
        else if (!failure.IsExpected)
            error.WriteLine($"This should not happen. {TraceVariable}=1 shows where it came from; please report it with the command line.");
        return failure.ExitCode;
    }
}
