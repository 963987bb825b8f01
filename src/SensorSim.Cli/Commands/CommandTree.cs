using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SensorSim.Cli.Commands.Datasets;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Physics;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Commands.Rendering;
using SensorSim.Cli.Commands.Scenarios;
using SensorSim.Cli.Commands.Sensors;
using SensorSim.Cli.Commands.Styles;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands;

/// <summary>Every command of the program, and the way from an argument list to an exit code.</summary>
internal static class CommandTree
{
    public static int Run(string[] arguments, Terminal terminal) => ErrorReport.Guard(terminal, asJson: false, () => Understand(arguments, terminal));

    private static int Understand(string[] arguments, Terminal terminal)
    {
        RootCommand root = Build(terminal);
        if (arguments.Length == 0) return ShowHelpAsError(root, terminal);

        ParseResult result = root.Parse(arguments);
        return result.Action is ParseErrorAction || (result.Action == result.CommandResult.Command.Action && ParseErrors.UnknownOptions(result).Any()) ? ParseErrors.Print(result, terminal) : result.Invoke(Streams(terminal.Out, terminal));
    }

    public static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("SensorSim: a glTF scene in, labelled and verifiable sensor frames out.")
        {
            new RenderCommand(terminal),
            new PlanCommand(terminal),
            new ValidateCommand(terminal),
            new DraftCommand(terminal),
            new VerifyCommand(terminal),
            new ReplayCommand(terminal),
            new AuditCommand(terminal),
            new ExportCommand(terminal),
            new MergeCommand(terminal),
            new ScenariosCommand(terminal),
            new InspectCommand(terminal),
            new PluginsCommand(terminal),
            new DevicesCommand(terminal),
            new DoctorCommand(terminal),
            new SelfTestCommand(terminal),
            new CharacterizeCommand(terminal),
            new CalibrateCommand(terminal),
            new DivergeCommand(terminal),
            new RehearseCommand(terminal),
            new RestyleCommand(terminal),
            new CompareCommand(terminal),
            new BenchCommand(terminal),
            new ShadersCommand(terminal),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>()) help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>A call without a command did nothing, so a script must not take it for success.</summary>
    private static int ShowHelpAsError(RootCommand root, Terminal terminal)
    {
        root.Parse("--help").Invoke(Streams(terminal.Error, terminal));
        return ExitCode.BadInput;
    }

    /// <summary>Signals and exceptions are handled by the commands themselves.</summary>
    private static InvocationConfiguration Streams(TextWriter output, Terminal terminal) => new()
    {
        Output = output,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
