namespace SensorSim.Hosting.Plugins;

/// <summary>What a lock says of one plugin.</summary>
/// <param name="Version">Of the plugin.</param>
/// <param name="Sha256">Its digest, lower-case hex.</param>
public sealed record LockedPlugin(string Version, string Sha256);
