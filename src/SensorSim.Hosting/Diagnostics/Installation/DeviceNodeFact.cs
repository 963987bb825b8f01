namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>A file under <c>/dev</c> and whether this user may open it for reading and writing.</summary>
/// <param name="Path">Such as <c>/dev/dri/renderD128</c>.</param>
/// <param name="Error">Why it cannot be opened; null when it can.</param>
public sealed record DeviceNodeFact(string Path, string? Error);
