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

    /// <summary>The <c>--json</c> switch of this command.</summary>
    protected Option<bool> AddJsonOption()
    {
        var option = new Option<bool>("--json") { Description = "print the result as JSON on standard output" };
        Add(option);
        return option;
    }

    /// <summary>The <c>--device</c> option of this command.</summary>
    protected Option<string?> AddDeviceOption()
    {
        var option = new Option<string?>("--device")
        {
            Description = "device: its index, part of its name, its UUID, gpu or cpu (default: the first discrete GPU, else the software device)",
            HelpName = "SEL",
        };
        Add(option);
        return option;
    }
}
