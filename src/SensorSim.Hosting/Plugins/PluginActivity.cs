namespace SensorSim.Hosting.Plugins;

/// <summary>Something of a plugin that is on: a call on a thread, a pass on the device.</summary>
/// <param name="Place">The thread or the device: one object each.</param>
/// <param name="Number">The same number at the same place later is the same thing, still on.</param>
/// <param name="Describe">Names the plugin and the stage for a person, as in <c>the plugin night.gain (Coefficients)</c>.</param>
public sealed record PluginActivity(object Place, long Number, Func<string> Describe)
{
    /// <summary>What it says itself that it may take; null where it says nothing. The longer of this and the run's limit counts.</summary>
    public TimeSpan? Limit { get; init; }
}
