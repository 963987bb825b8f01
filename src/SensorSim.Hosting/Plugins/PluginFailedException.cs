namespace SensorSim.Hosting.Plugins;

/// <summary>A plugin failed while it was at work: the run ends, what is written stays. The message names the plugin, the stage and, where it is known, the source.</summary>
public sealed class PluginFailedException : Exception
{
    public PluginFailedException()
    {
    }

    public PluginFailedException(string message)
        : base(message)
    {
    }

    public PluginFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
