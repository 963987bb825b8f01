namespace SensorSim.Plugins;

/// <summary>The version of what plugins are written against: the types of this assembly and the GLSL around a stage.</summary>
public static class PluginContract
{
    /// <summary>Major: plugins must be rebuilt. Minor: something was added.</summary>
    public static Version Version { get; } = new(2, 5);
}
