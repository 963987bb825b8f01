namespace SensorSim.Plugins;

/// <summary>What <c>plugin.json</c> says.</summary>
/// <param name="Id">Lower-case words joined by dots and hyphens, such as <c>camera.noise</c>.</param>
/// <param name="Version">Of the plugin, semantic versioning.</param>
/// <param name="Kind">What it extends.</param>
/// <param name="Assembly">File name of the entry assembly, in the plugin's folder; null of a plugin of GLSL alone, whose manifest declares its stage.</param>
/// <param name="Contract">Range of contract versions it works with, such as <c>&gt;=1.0 &lt;2.0</c>.</param>
/// <param name="Description">One sentence for <c>plugins list</c>.</param>
public sealed record PluginManifest(string Id, string Version, PluginKind Kind, string? Assembly, string Contract, string Description)
{
    /// <summary>The id as an identifier of GLSL: '.' and '-' turned into '_'.</summary>
    public string ShaderName => Id.Replace('.', '_').Replace('-', '_');
}
