using SensorSim.Scenes.Scenarios;

namespace SensorSim.Cli.Console;

/// <summary>The end of every command that fails: clear lines on standard error and the right exit code.</summary>
internal static class ErrorReport
{
    /// <summary>When this variable is set, and not to 0 or false, every error prints its stack trace too.</summary>
    public const string TraceVariable = "SENSORSIM_TRACE";

    /// <summary>Runs a command and turns whatever it throws into lines and an exit code.</summary>
    /// <param name="terminal">Where the lines go.</param>
    /// <param name="asJson">A program reads standard output: it gets the error as a document there.</param>
    /// <param name="command">Returns the exit code.</param>
    public static int Guard(Terminal terminal, bool asJson, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception exception)
        {
            if (asJson && exception is not OutputException) JsonOutput.WriteError(terminal, Failure.Of(exception));
            return Print(terminal.Error, exception, IsTraced(Environment.GetEnvironmentVariable(TraceVariable)));
        }
    }

    /// <summary>Whether that value of <see cref="TraceVariable"/> asks for traces.</summary>
    public static bool IsTraced(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Trim() is not "0" && !value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Prints what went wrong; returns the exit code.</summary>
    public static int Print(TextWriter error, Exception exception, bool isTraced)
    {
        var failure = Failure.Of(exception);
        foreach (string line in failure.Lines) error.WriteLine(PrintableText.OfLines(line));
        if (isTraced)
            error.WriteLine(PrintableText.OfLines(exception.ToString()));
        else if (!failure.IsExpected)
            error.WriteLine($"This should not happen. {TraceVariable}=1 shows where it came from; please report it with the command line.");
        return failure.ExitCode;
    }
}
