namespace SensorSim.Datasets;

/// <summary>A set of real images.</summary>
/// <param name="Pattern">As it was written.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Sha256">Digest over a line "SHA-256  name" for each, in the order of the names.</param>
public sealed record StyleTargetsRecord(string Pattern, int Count, string Sha256);
