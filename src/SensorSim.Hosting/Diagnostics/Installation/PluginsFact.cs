namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>The plugins that can be loaded.</summary>
/// <param name="Folder">Where they are looked for.</param>
/// <param name="Count">How many load.</param>
/// <param name="Error">Why the folder or one of its plugins cannot be used; null when all is well.</param>
public sealed record PluginsFact(string Folder, int Count, string? Error);
