using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary>Plans for a person who waits: says what it does when it takes long, and is left at once when a signal comes.</summary>
internal static class Planning
{
    private const string Line = "preparing the scene: its objects' shapes, and the first samples";

    /// <summary>Says what is done where it takes long; to be disposed when the plan is there.</summary>
    public static DelayedLine Announced(Terminal terminal) => new(terminal.Say, Line, TimeProvider.System);

    /// <summary>The plan of a request.</summary>
    /// <param name="terminal">Gets a line after a moment.</param>
    /// <param name="plan">Makes the plan, and may go on with it.</param>
    /// <param name="stop">The first signal.</param>
    /// <exception cref="OperationCanceledException">A signal came first.</exception>
    public static T Of<T>(Terminal terminal, Func<T> plan, CancellationToken stop)
        where T : class
    {
        using DelayedLine line = Announced(terminal);
        return Interruption.Abandonable(plan, stop) ?? throw new OperationCanceledException(stop);
    }
}
