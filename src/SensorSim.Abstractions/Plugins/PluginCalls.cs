using System.Collections.Concurrent;

namespace SensorSim.Plugins;

/// <summary>
/// Keeps account of the calls into plugins' code: whose they are, for a watchdog that finds one that does not return, and for the message about one
/// that throws. Costs some ten nanoseconds a call.
/// </summary>
public sealed class PluginCalls
{
    // Where the thread was last, since calls for each pixel come one after the other.
    [ThreadStatic]
    private static (PluginCalls? Account, Slot Slot) latest;

    private readonly ConcurrentDictionary<int, Slot> _slots = new();

    private Slot Own => latest.Account == this ? latest.Slot : (latest = (this, _slots.GetOrAdd(Environment.CurrentManagedThreadId, static _ => new()))).Slot;

    /// <summary>The innermost call of each thread that is in a plugin's code. Safe from any thread.</summary>
    public IReadOnlyList<PluginCall> Running => [.. _slots.Values.Select(slot => slot.Running).OfType<PluginCall>()];

    /// <summary>From now on calls of this plugin by the host are accounted for here.</summary>
    public void Watch(Plugin plugin, string id)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.WatchedBy(this, id);
    }

    /// <summary>Calls a plugin's code.</summary>
    /// <param name="plugin">Its id.</param>
    /// <param name="member">What is called.</param>
    /// <param name="parameters">The record it is called with; null where there is none.</param>
    /// <param name="arguments">Passed on to <paramref name="body"/>, which then needs no closure.</param>
    /// <param name="body">The call.</param>
    /// <exception cref="PluginCallException">It threw.</exception>
    public TResult Run<TArguments, TResult>(string plugin, string member, object? parameters, TArguments arguments, Func<TArguments, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Slot slot = Own;
        (string? Plugin, string? Member, object? Parameters) outer = slot.Begin(plugin, member, parameters);
        try
        {
            return body(arguments);
        }
        catch (Exception cause) when (cause is not PluginCallException)
        {
            throw new PluginCallException(plugin, member, parameters, $"{cause.GetType().Name}: {cause.Message}", cause);
        }
        finally
        {
            slot.End(outer);
        }
    }

    private sealed class Slot
    {
        private string? _plugin;
        private string? _member;
        private object? _parameters;
        private long _number;

        /// <summary>Null when the thread is in no plugin. Fields of two calls may be mixed while the thread goes from one to the next; of a call that hangs they stand still.</summary>
        public PluginCall? Running
        {
            get
            {
                long number = Volatile.Read(ref _number);
                return _plugin is { } plugin && _member is { } member ? new(this, number, plugin, member, _parameters) : null;
            }
        }

        public (string? Plugin, string? Member, object? Parameters) Begin(string plugin, string member, object? parameters)
        {
            (string?, string?, object?) outer = (_plugin, _member, _parameters);
            (_plugin, _member, _parameters) = (plugin, member, parameters);
            Volatile.Write(ref _number, _number + 1);
            return outer;
        }

        public void End((string? Plugin, string? Member, object? Parameters) outer)
        {
            (_plugin, _member, _parameters) = outer;
            Volatile.Write(ref _number, _number + 1);
        }
    }
}
