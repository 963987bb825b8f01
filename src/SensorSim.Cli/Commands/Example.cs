namespace SensorSim.Cli.Commands;

/// <summary>One line of a command's help that can be copied and run.</summary>
/// <param name="Line">What to type.</param>
/// <param name="Does">What it does, a few words.</param>
internal sealed record Example(string Line, string Does);
