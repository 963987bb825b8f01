using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace SensorSim.Hosting.Plugins;

/// <summary>An exception that came out of a plugin's code.</summary>
/// <param name="Plugin">Id of the plugin.</param>
/// <param name="Cause">What it threw.</param>
public sealed record PluginFault(string Plugin, Exception Cause)
{
    /// <summary>Looks through an exception's stack, and those of its causes, for code of a plugin; null when there is none.</summary>
    public static PluginFault? In(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (new StackTrace(cause).GetFrames().Select(PluginOf).FirstOrDefault(id => id is not null) is { } plugin)
            {
                return new(plugin, cause);
            }
        }

        return null;
    }

    public override string ToString() => $"its code failed with {Cause.GetType().Name}: {Cause.Message}";

    private static string? PluginOf(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is Assembly assembly && AssemblyLoadContext.GetLoadContext(assembly) is PluginLoadContext context ? context.Name : null;
}
