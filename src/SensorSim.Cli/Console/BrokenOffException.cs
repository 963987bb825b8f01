namespace SensorSim.Cli.Console;

/// <summary>The machine failed in the middle of a run; the message says how to carry on.</summary>
internal sealed class BrokenOffException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>What is written stays, and the same command finishes it.</summary>
    /// <param name="cause">What has to be mended first.</param>
    /// <param name="output">The command's folder.</param>
    public static BrokenOffException Resumable(Exception cause, string output) =>
        new($"{cause.Message} What is written is kept: mend that, then the same command with --resume carries on in {output}.", cause);
}
