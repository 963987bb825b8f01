namespace SensorSim.Cli.Console;

/// <summary>The machine failed in the middle of a run; the message says how to carry on.</summary>
internal sealed class BrokenOffException(string message, Exception cause) : Exception(message, cause);
