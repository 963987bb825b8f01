namespace SensorSim.Plugins;

/// <summary>A call into a plugin's code that is on at this moment.</summary>
/// <param name="Thread">Stands for the thread: one object each.</param>
/// <param name="Number">Counts the thread's calls: the same number later is the same call, still on.</param>
/// <param name="Plugin">Id of the plugin.</param>
/// <param name="Member">What was called: <c>Coefficients</c>, <c>Project</c>.</param>
/// <param name="Parameters">The record it was called with, the very object; null where there is none.</param>
public sealed record PluginCall(object Thread, long Number, string Plugin, string Member, object? Parameters);
