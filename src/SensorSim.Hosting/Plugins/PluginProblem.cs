namespace SensorSim.Hosting.Plugins;

/// <summary>A folder that is not a working plugin, and why.</summary>
/// <param name="Path">The file or folder at fault.</param>
/// <param name="Id">The plugin's id, as far as it can be told; null of a directory of plugins.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record PluginProblem(string Path, string? Id, string Message)
{
    public override string ToString() => Id is null ? $"{Path}: {Message}" : $"the plugin {Id} ({Path}): {Message}";
}
