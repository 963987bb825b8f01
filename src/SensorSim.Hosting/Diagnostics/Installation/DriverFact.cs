namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>A Vulkan driver manifest and the library it names.</summary>
/// <param name="ManifestPath">The JSON file.</param>
/// <param name="Library">Library as the manifest names it; null when the manifest cannot be read.</param>
/// <param name="Error">Why the manifest cannot be read or the library does not load, in the system's words; null when both work.</param>
public sealed record DriverFact(string ManifestPath, string? Library, string? Error)
{
    /// <summary>The driver of NVIDIA's own package (not Mesa's nouveau).</summary>
    public bool IsNvidia => Library?.Contains("nvidia", StringComparison.OrdinalIgnoreCase) == true
        || Path.GetFileName(ManifestPath).StartsWith("nvidia", StringComparison.OrdinalIgnoreCase);
}
