using System.Runtime.InteropServices;

namespace SensorSim.Cli.Console;

/// <summary>
/// Ctrl-C and SIGTERM while a run is on: the first asks it to stop after the frame in hand, the second ends the process at once.
/// Without one of these alive, the system's own behaviour holds.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>What most commands say.</summary>
    public const string AfterFrame = "stopping after the frame in hand (once more to stop at once)";

    /// <summary>Where episodes are simulated and nothing is rendered.</summary>
    public const string AfterEpisode = "stopping after the episode in hand; nothing is told of those before it (once more to stop at once)";

    private readonly Terminal _terminal;
    private readonly string _announcement;
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    /// <param name="terminal">Gets a line when the first signal comes.</param>
    /// <param name="announcement">That line.</param>
    public Interruption(Terminal terminal, string announcement)
    {
        _terminal = terminal;
        _announcement = announcement;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>130 or 143 once a signal came, null before.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is var code and not 0 ? code : null;

    /// <summary>Runs work that leaves nothing behind when it is dropped in the middle: a signal does not wait for it.</summary>
    /// <returns>Null when a signal came first.</returns>
    public static T? Abandonable<T>(Func<T> work, CancellationToken stop)
        where T : class
    {
        try
        {
            return Task.Run(work, stop).WaitAsync(stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        int code = context.Signal == PosixSignal.SIGINT ? Console.ExitCode.Interrupted : Console.ExitCode.Terminated;

        if (Interlocked.CompareExchange(ref _exitCode, code, 0) != 0) ProcessEnd.AtOnce(code);
        _terminal.Say(_announcement);
        _stop.Cancel();
    }
}
