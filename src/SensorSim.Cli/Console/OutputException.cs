namespace SensorSim.Cli.Console;

/// <summary>The result of a command could not be written to standard output.</summary>
internal sealed class OutputException(string reason, Exception cause) : Exception($"standard output cannot be written: {reason}", cause);
