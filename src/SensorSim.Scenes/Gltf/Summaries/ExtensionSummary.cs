namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>An extension that the document names.</summary>
public sealed record ExtensionSummary(string Name, bool Required, bool Supported);
