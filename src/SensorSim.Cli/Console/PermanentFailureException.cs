namespace SensorSim.Cli.Console;

/// <summary>A failure that trying again cannot mend.</summary>
internal sealed class PermanentFailureException(string message, Exception cause) : Exception(message, cause);
