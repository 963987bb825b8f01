namespace SensorSim.Hosting.Plugins;

/// <summary>A folder that is not a working plugin, and why.</summary>
/// <param name="Path">The file or folder at fault.</param>
/// <param name="Id">The plugin's id, as far as it can be told; null of a directory of plugins.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record PluginProblem(string Path, string? Id, string Message)
{
    /// <summary>One line for a command that may not use the plugin: one that does has the message in its error.</summary>
    public string Notice => Id is null ? ToString() : $"the plugin {Id} ({Path}) cannot be used: 'sensorsim plugins list {Id}' says why";

    public override string ToString() => Id is null ? $"{Path}: {Message}" : $"the plugin {Id} ({Path}): {Message}";
}
