namespace SensorSim.Datasets.Storage;

/// <summary>Which scenario a dataset comes from.</summary>
/// <param name="Id">The scenario's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">Digest of its file, lower-case hex.</param>
public sealed record ScenarioIdentity(string Id, string Version, string Sha256);
