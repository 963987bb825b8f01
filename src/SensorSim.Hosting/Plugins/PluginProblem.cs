namespace SensorSim.Hosting.Plugins;

/// <summary>A folder that is not a working plugin, and why.</summary>
/// <param name="Path">The file or folder at fault.</param>
/// <param name="Id">The plugin's id, where it could be read.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record PluginProblem(string Path, string? Id, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
