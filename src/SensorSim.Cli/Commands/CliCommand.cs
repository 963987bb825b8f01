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
        SetAction(arguments => ErrorReport.Guard(terminal, () => Execute(arguments)));
    }

    /// <summary>Shown at the end of <c>--help</c>.</summary>
    public IReadOnlyList<Example> Examples { get; }

    protected Terminal Terminal { get; }

    /// <summary>Does the work; returns one of <see cref="ExitCode"/>.</summary>
    protected abstract int Execute(ParseResult arguments);
}
