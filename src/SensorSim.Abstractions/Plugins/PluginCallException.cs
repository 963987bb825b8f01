namespace SensorSim.Plugins;

/// <summary>A plugin's code threw, or gave a number that is none.</summary>
public sealed class PluginCallException : Exception
{
    public PluginCallException()
        : this("", "", null, "It failed.", null)
    {
    }

    public PluginCallException(string message)
        : this("", "", null, message, null)
    {
    }

    public PluginCallException(string message, Exception innerException)
        : this("", "", null, message, innerException)
    {
    }

    /// <param name="plugin">Id of the plugin.</param>
    /// <param name="member">What was called.</param>
    /// <param name="parameters">The record it was called with.</param>
    /// <param name="problem">What went wrong, a sentence about the call.</param>
    /// <param name="cause">What the code threw; null where it gave something wrong.</param>
    public PluginCallException(string plugin, string member, object? parameters, string problem, Exception? cause)
        : base($"The plugin {plugin} failed in {member}: {problem}", cause)
    {
        Plugin = plugin;
        Member = member;
        Parameters = parameters;
        Problem = problem;
    }

    public string Plugin { get; }

    public string Member { get; }

    public object? Parameters { get; }

    public string Problem { get; }
}
