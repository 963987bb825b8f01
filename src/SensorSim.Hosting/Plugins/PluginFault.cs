using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>An exception that came out of a plugin's code, or that says of its result that it is no number.</summary>
/// <param name="Plugin">Id of the plugin.</param>
/// <param name="Problem">What it threw or gave, a sentence.</param>
public sealed record PluginFault(string Plugin, string Problem)
{
    /// <summary>What was called; null where it is not known.</summary>
    public string? Member { get; init; }

    /// <summary>The record it was called with.</summary>
    public object? Parameters { get; init; }

    /// <summary>The member of the plugin's that it came out of: <c>DimStage.ShaderFile</c>; null where that is not known.</summary>
    public string? Source { get; init; }

    /// <summary>File and line of the plugin's source, or its method where the assembly has no debug information.</summary>
    public string? Place { get; init; }

    /// <summary>Looks through an exception, its causes and their stacks for code of a plugin; null when there is none.</summary>
    public static PluginFault? In(Exception exception)
    {
        foreach (Exception cause in Causes(exception))
        {
            if (cause is PluginCallException call)
            {
                StackFrame? thrower = call.InnerException is { } thrown ? Causes(thrown).Select(FrameIn).FirstOrDefault(frame => frame is not null) : null;
                return new PluginFault(call.Plugin, call.Problem) { Member = call.Member, Parameters = call.Parameters }.At(thrower);
            }

            if (FrameIn(cause) is { } frame)
            {
                return new PluginFault(ContextOf(frame)!.Name!, $"{cause.GetType().Name}: {cause.Message}").At(frame);
            }
        }

        return null;
    }

    /// <summary>A line for a person.</summary>
    /// <param name="stage">Where a run uses the plugin, as in <c>the stage "night" of the camera front</c>; null where that is not known.</param>
    /// <param name="plugin">Shows the values of the parameters; null leaves them out.</param>
    public string Describe(string? stage = null, InstalledPlugin? plugin = null)
    {
        string where = string.Join(", ", new[] { stage, Member }.OfType<string>());
        string values = plugin is null || Parameters is null ? "" : PluginParameters.Changed(plugin, Parameters);
        return $"the plugin {Plugin} failed{(where.Length > 0 ? $" ({where}{values})" : "")}: {Problem}{(Place is null ? "" : $" [{Place}]")}";
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        yield return exception;
        Exception[] inner = exception is AggregateException many ? [.. many.InnerExceptions] : exception.InnerException is { } one ? [one] : [];
        foreach (Exception cause in inner.SelectMany(Causes))
        {
            yield return cause;
        }
    }

    private static StackFrame? FrameIn(Exception thrown) => Array.Find(new StackTrace(thrown, fNeedFileInfo: true).GetFrames(), frame => ContextOf(frame) is not null);

    private PluginFault At(StackFrame? frame) => frame is null ? this : this with { Place = PlaceOf(frame), Source = SourceOf(frame.GetMethod()!) };

    private static string SourceOf(MethodBase method) => method.IsConstructor
        ? $"the constructor of {method.DeclaringType?.Name}"
        : $"{method.DeclaringType?.Name}.{(method.IsSpecialName ? method.Name[(method.Name.IndexOf('_', StringComparison.Ordinal) + 1)..] : method.Name)}";

    private static string PlaceOf(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        return frame.GetFileName() is { Length: > 0 } file
            ? string.Create(CultureInfo.InvariantCulture, $"{PluginSource.OfFile(file, ContextOf(frame)!.Directory)}:{frame.GetFileLineNumber()}")
            : SourceOf(method);
    }

    private static PluginLoadContext? ContextOf(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is Assembly assembly ? AssemblyLoadContext.GetLoadContext(assembly) as PluginLoadContext : null;
}
