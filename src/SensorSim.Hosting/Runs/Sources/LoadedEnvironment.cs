using SensorSim.Scenes.Images;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>An environment file, read.</summary>
/// <param name="Image">Its radiance.</param>
/// <param name="Sha256">Digest of the file, lower-case hex.</param>
public sealed record LoadedEnvironment(HdrImage Image, string Sha256);
