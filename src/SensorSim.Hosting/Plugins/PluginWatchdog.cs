using System.Diagnostics;
using System.Globalization;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>
/// Ends the process when a plugin hangs: a call that does not return, or a pass that the device does not finish. No thread and no device can be made to
/// leave a plugin's loop, so what can be saved is saved first (<see cref="BeforeEnd"/>).
/// </summary>
public sealed class PluginWatchdog : IDisposable
{
    /// <summary>Longer than any stage takes that is at work, on any image and device this was tried on.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(10);

    private readonly PluginCalls _calls;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _period;
    private readonly Action<string> _end;
    private readonly StandstillDetector _standstill;
    private readonly ManualResetEventSlim _isOver = new();
    private readonly Thread _thread;

    /// <param name="calls">Of all plugins.</param>
    /// <param name="limit">How long one call or pass may take.</param>
    /// <param name="end">Reports to a person and ends the process; gets one sentence. Called from the watchdog's thread, once.</param>
    public PluginWatchdog(PluginCalls calls, TimeSpan limit, Action<string> end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        (_calls, _limit, _end) = (calls, limit, end);
        _period = limit / 8 < LongestPeriod ? limit / 8 : LongestPeriod;
        _standstill = new(limit);
        _thread = new(Watch) { Name = "plugin watchdog", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What else is on, besides calls: passes on the device.</summary>
    public Func<IEnumerable<PluginActivity>>? Passes { get; set; }

    /// <summary>Says where a run uses the plugin of a call, as in <c>the stage "night" of the camera front</c>.</summary>
    public Func<PluginCall, string?>? PlaceOf { get; set; }

    /// <summary>Saves what can be saved, and gives up when nothing comes for that long.</summary>
    public Action<TimeSpan>? BeforeEnd { get; set; }

    public void Dispose()
    {
        _isOver.Set();
        _thread.Join();
        _isOver.Dispose();
    }

    private void Watch()
    {
        var clock = Stopwatch.StartNew();
        while (!_isOver.Wait(_period))
        {
            // A process that was stopped for a while, or starved, did not let its plugins run either.
            TimeSpan passed = clock.Elapsed < 2 * _period ? clock.Elapsed : 2 * _period;
            clock.Restart();
            if (_standstill.Look([.. _calls.Running.Select(ActivityOf), .. Passes?.Invoke() ?? []], passed) is { } hung)
            {
                End(hung);
                return;
            }
        }
    }

    private void End(PluginActivity hung)
    {
        string problem = string.Create(
            CultureInfo.InvariantCulture, $"{hung.Describe()} has not come to an end within {_standstill.LimitOf(hung).TotalSeconds:0.###} s, so the run is ended. Look there for a loop without an end; --plugin-timeout SECONDS gives it more time.");
        try
        {
            BeforeEnd?.Invoke(_limit < LongestFlush ? _limit : LongestFlush);
        }
        finally
        {
            _end(problem);
        }
    }

    private PluginActivity ActivityOf(PluginCall call) => new(call.Thread, call.Number, () =>
        $"the plugin {call.Plugin} ({string.Join(", ", new[] { PlaceOf?.Invoke(call), call.Member }.OfType<string>())})")
    {
        Limit = (call.Parameters as IPatientParameters)?.LongestCall,
    };
}
