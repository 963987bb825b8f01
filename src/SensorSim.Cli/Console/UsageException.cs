namespace SensorSim.Cli.Console;

/// <summary>The command line asks for something that cannot be: one line for each problem, each saying what to do.</summary>
internal sealed class UsageException(params string[] problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
