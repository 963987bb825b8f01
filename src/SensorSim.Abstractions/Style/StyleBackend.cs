using System.Runtime.ExceptionServices;
using SensorSim.Plugins;

namespace SensorSim.Style;

/// <summary>Gives frames the look of something else. See <see cref="StyleBackend{T}"/>.</summary>
public abstract class StyleBackend : Plugin
{
    private protected StyleBackend()
    {
    }

    /// <summary>Where what it adds comes from.</summary>
    public abstract StyleNature Nature { get; }

    /// <summary>What it restyles at once.</summary>
    public virtual StyleScope Scope => StyleScope.Frame;

    /// <summary>What it must know of a frame; a dataset without these labels is refused before anything is done.</summary>
    public virtual StyleInputs Needs => StyleInputs.None;

    /// <summary>What it makes use of where the dataset has it.</summary>
    public virtual StyleInputs Uses => StyleInputs.None;

    /// <summary>Whether it goes by real images.</summary>
    public virtual StyleTargetUse Target => StyleTargetUse.None;

    /// <summary>Whether the same clip, parameters and targets give the same bits again on one machine: what <c>replay</c> may rely on.</summary>
    /// <param name="parameters">The record of parameters.</param>
    public abstract bool IsDeterministicWith(object parameters);

    /// <inheritdoc cref="StyleBackend{T}.Prepare"/>
    public abstract IStyleTransfer PrepareWith(object parameters, StyleRequest request);

    /// <summary>A call into the author's code; what it says of the style, a library or a stop comes out as it is.</summary>
    internal TResult Guarded<TArguments, TResult>(string member, object parameters, TArguments arguments, Func<TArguments, TResult> body)
    {
        try
        {
            return Call(member, parameters, arguments, body);
        }
        catch (PluginCallException call) when (call.InnerException is (StyleException or MissingLibraryException or OperationCanceledException) and var told)
        {
            ExceptionDispatchInfo.Throw(told);
            throw;
        }
    }
}
