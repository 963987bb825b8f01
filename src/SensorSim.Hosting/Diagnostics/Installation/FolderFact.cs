namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>A folder that the program writes to.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Error">Why a file cannot be created there; null when it can.</param>
public sealed record FolderFact(string Path, string? Error);
