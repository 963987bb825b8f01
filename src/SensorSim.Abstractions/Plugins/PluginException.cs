namespace SensorSim.Plugins;

/// <summary>A plugin is missing, broken or used wrongly. The message names the plugin and says what to do.</summary>
public sealed class PluginException : Exception
{
    public PluginException()
    {
    }

    public PluginException(string message)
        : base(message)
    {
    }

    public PluginException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
