namespace SensorSim.Hosting.Records;

/// <summary>A frame that cannot be rendered again from what is here.</summary>
public sealed class ReplayException(string message, Exception? cause = null) : Exception(message, cause);
