namespace SensorSim.Datasets.Storage;

/// <summary>The program that rendered.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Commit">The source commit it was built from, or "unknown".</param>
public sealed record ToolIdentity(string Version, string Commit);
