using System.CommandLine;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands;

/// <summary>A command with examples in its help, whose errors all end in <see cref="ErrorReport"/>.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(Terminal terminal, string name, string description, params Example[] examples)
        : base(name, description)
    {
        Terminal = terminal;
        Examples = examples;
        SetAction(arguments => ErrorReport.Guard(terminal, JsonOutput.IsWanted(arguments), () =>
        {
            EmptyValues.Refuse(arguments);
            return Execute(arguments);
        }));
    }

    /// <summary>Shown at the end of <c>--help</c>.</summary>
    public IReadOnlyList<Example> Examples { get; }

    protected Terminal Terminal { get; }

    /// <summary>Does the work; returns one of <see cref="ExitCode"/>.</summary>
    protected abstract int Execute(ParseResult arguments);

    /// <summary>Runs work that a first Ctrl-C or SIGTERM asks to stop.</summary>
    /// <param name="work">Throws <see cref="OperationCanceledException"/> when it stopped before the end.</param>
    /// <param name="announcement">What is said when a signal comes.</param>
    protected int Interruptibly(Func<CancellationToken, int> work, string announcement = Interruption.AfterFrame) => Interruptibly((stop, _) => work(stop), announcement);

    /// <summary>The same for work that can stop in good order by itself; it learns what to return.</summary>
    protected int Interruptibly(Func<CancellationToken, Interruption, int> work, string announcement = Interruption.AfterFrame)
    {
        using var interruption = new Interruption(Terminal, announcement);
        try
        {
            return work(interruption.Token, interruption);
        }
        catch (OperationCanceledException) when (interruption.ExitCode is { } code)
        {
            return code;
        }
    }
}
