using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands;

/// <summary>Every command of the program, and the way from an argument list to an exit code.</summary>
internal static class CommandTree
{
    public static int Run(string[] arguments, Terminal terminal)
    {
        ParseResult result = Build(terminal).Parse(arguments);
        int code = result.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        return result.Action is ParseErrorAction ? ExitCode.BadInput : code;
    }

    public static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("SensorSim: a glTF scene in, labelled and verifiable sensor frames out.")
        {
            new DevicesCommand(terminal),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }
}
