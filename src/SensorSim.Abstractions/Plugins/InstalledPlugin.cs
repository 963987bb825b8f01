namespace SensorSim.Plugins;

/// <summary>A plugin that is loaded and ready.</summary>
/// <param name="Manifest">What its <c>plugin.json</c> says.</param>
/// <param name="Directory">Its folder.</param>
/// <param name="Digest">SHA-256 over the sorted list of its files and their digests, lower-case hex.</param>
/// <param name="Instance">The one object of its class.</param>
/// <param name="Schema">Its parameters.</param>
public sealed record InstalledPlugin(PluginManifest Manifest, string Directory, string Digest, Plugin Instance, ParameterSchema Schema);
